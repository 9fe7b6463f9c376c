import { knownCodes } from './rules.ts'
import type { Finding } from './rule.ts'
import type { WrittenMigration } from './written_migration.ts'

/** A comment in a file that says why something is right there. */
type Allowance = { code: string; subject: string | null; reason: string; text: string }

const COMMENT =
  /lint: allow(?:[ \t]+([\w-]+))?(?:[ \t]+([^\s:*]+))?[ \t]*(?::[ \t]*(.*?))?[ \t]*(?:\*\/|$)/gm

/** Why an allowance says nothing, if it does. */
const faults: [code: string, title: string, is: (allowance: Allowance) => boolean][] = [
  [
    'allow-unknown',
    'An allowance for something that is not looked for',
    ({ code }) => !knownCodes.has(code),
  ],
  ['allow-without-reason', 'An allowance without a reason', ({ reason }) => reason === ''],
]

/**
 * Takes out what comments of the form `lint: allow <code>: <reason>` allow, or
 * `lint: allow <code> <subject>: <reason>` for one table, column or index only. They hold for their
 * file. An allowance that allows nothing is a finding itself.
 */
export function withoutAllowed(findings: Finding[], migration: WrittenMigration): Finding[] {
  const allowances = allowancesIn(migration.source)
  const covers = ({ code, subject }: Allowance, finding: Finding) =>
    finding.code === code && (subject === null || finding.subject === subject)

  return [
    ...findings.filter((finding) => !allowances.some((allowance) => covers(allowance, finding))),
    ...allowances.flatMap((allowance) => {
      const fault = faults.find(([, , is]) => is(allowance))
      if (fault) return [complaint(migration, fault[0], fault[1], allowance)]

      const isUsed = findings.some((finding) => covers(allowance, finding))
      const unused = 'An allowance for something that this file does not do'
      return isUsed ? [] : [complaint(migration, 'allow-unused', unused, allowance)]
    }),
  ]
}

function allowancesIn(source: string): Allowance[] {
  return [...source.matchAll(COMMENT)].map(([text, code = '', subject = null, reason = '']) => ({
    code,
    subject,
    reason,
    text: text.replace('*/', '').trim(),
  }))
}

function complaint(
  { path }: WrittenMigration,
  code: string,
  title: string,
  { text }: Allowance
): Finding {
  return {
    code,
    severity: 'error',
    title,
    why: 'A comment that allows nothing hides what will be written beside it one day.',
    file: path,
    subject: text,
    statement: '',
    safeWay: {
      say: 'Remove it, or write `/* lint: allow <code>: <reason> */` with the code of the finding.',
      files: [],
    },
  }
}
