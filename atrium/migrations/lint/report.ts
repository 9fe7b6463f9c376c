import type { Statement } from '../plan/steps.ts'
import type { Finding, SafeFile, SafeWay } from './rule.ts'

type Colors = Record<'red' | 'yellow' | 'dim' | 'green' | 'bold', (text: string) => string>

/** Findings for people to read: one paragraph each, with the safe way behind it. */
export function inWords(findings: Finding[], colors: Colors) {
  return findings.map((finding) => {
    const { severity, code, file, subject, statement, title, why, safeWay } = finding
    const mark = severity === 'error' ? colors.red('error') : colors.yellow('notice')
    return [
      `${mark} ${colors.bold(code)}  ${file}  ${subject}`,
      ...(statement ? [`  ${colors.dim(statement)}`] : []),
      `  ${title}. ${why}`,
      ...(severity === 'error'
        ? safeWayInWords(safeWay).map((line) => `  ${colors.green(line)}`)
        : []),
    ].join('\n')
  })
}

/** The safe way as it is written: what to do, and the statements of each file. */
export function safeWayInWords({ say, files }: SafeWay) {
  return [
    ...(say ? [`Instead: ${say}`] : files.length > 0 ? ['Instead:'] : []),
    ...files.flatMap((file, index) => [heading(file, index), ...file.up.flatMap(lines)]),
  ]
}

/** A file of the safe way, as it is said in `--json`. */
export function safeFileAsJson({ up, ...file }: SafeFile) {
  return { ...file, up: up.map((statement) => text(statement)) }
}

function heading({ transactional, when, losses = [] }: SafeFile, index: number) {
  const parts = [
    index === 0 ? 'in a file' : 'in the next file',
    ...(transactional ? [] : ['with `static disableTransactions = true`']),
    ...losses.map((what) => `with \`static losses\` that names ${what}`),
    ...(when ? [`once ${when}`] : []),
  ]
  return `-- ${parts.join(', ')}`
}

function lines(statement: Statement) {
  return text(statement).split('\n')
}

function text(statement: Statement) {
  if (typeof statement === 'string') return `${statement};`

  const { table, set, where } = statement
  return `this.backfill({ table: '${table}', set: \`${set}\`, where: \`${where}\` })`
}
