import type { Rows } from '../decide/rows.ts'
import type { Loss } from '../decide/decisions.ts'
import type { Draft, Statement } from '../plan/steps.ts'

/** A migration, and where it was or would be written */
export type DraftFile = { path: string; draft: Draft }

/**
 * What migrations do, in plain words: file by file, then what is lost, with the rows of the connected
 * database, and what else the reader should know.
 */
export async function report(files: DraftFile[], rows: Rows): Promise<string> {
  const drafts = files.map(({ draft }) => draft)
  const losses = drafts.flatMap((draft) => draft.losses)
  const lossesBack = drafts.flatMap((draft) => draft.lossesBack)
  const notes = drafts.flatMap((draft) => draft.notes)

  return [
    ...files.flatMap(({ path, draft }) => [
      path,
      ...draft.description.map((sentence) => `  ${sentence}`),
    ]),
    ...section('This loses data:', await Promise.all(losses.map((loss) => counted(loss, rows)))),
    ...section(
      'Going back loses data:',
      lossesBack.map(({ what }) => what)
    ),
    ...section('To know:', notes),
  ].join('\n')
}

/** What comes next, once the files are there. */
export function nextStep(files: DraftFile[]) {
  const losesData = files.some(({ draft }) => draft.losses.length > 0)
  const command = 'node ace migration:run'

  return losesData
    ? `Read them, then run \`${command}\`. It refuses to lose rows unless you say \`--accept-data-loss\`.`
    : `Read them, then run \`${command}\`.`
}

/** The statements of migrations, as one would write them into a file of SQL. */
export function statementsOf(files: DraftFile[]): string {
  return files
    .map(({ path, draft }) => [`-- ${path}`, ...draft.up.map(asSql)].join('\n\n'))
    .join('\n\n')
}

function section(title: string, lines: string[]) {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  - ${line}`)]
}

async function counted({ what, rows: sql }: Loss, rows: Rows) {
  const number = await rows.count(sql)
  if (number === null) return `${what} (how many rows is not known here)`

  return `${what}: ${number.toLocaleString('en')} ${number === 1 ? 'row' : 'rows'} in your database`
}

function asSql(statement: Statement) {
  if (typeof statement === 'string') return `${statement.trim().replace(/;$/, '')};`

  const { table, set, where } = statement
  return `update ${table} set ${set} where ${where}; -- in batches where the file has no transaction`
}
