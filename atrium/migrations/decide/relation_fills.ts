import { quote } from '../schema/names.ts'
import type { Choice } from './questions.ts'
import type { Relation } from './relations.ts'
import type { Table } from '../schema/types.ts'
import type { Deciding, Verdict } from './deciding.ts'
import { columnBefore, oneOf, pivotBefore, spread, surplus } from './relations.ts'

const empty: Choice = { value: 'empty', label: 'Nothing: what rows had is lost', losesData: true }

/** What a new table between two others has in it, where a column goes that said the same of one. */
export async function fillPivot(pivot: Table, deciding: Deciding): Promise<Verdict> {
  const relation = columnBefore(pivot, deciding)
  if (!relation) return {}

  const { table, column } = relation
  const old = quote(deciding.names.column(table, column))
  const rows = await deciding.count(
    `select count(*) from ${quote(deciding.names.table(table))} where ${old} is not null`
  )
  const copy = `copy:${table}.${column}`
  const answer = deciding.ask(
    {
      id: `fill:${pivot.name}`,
      message: `${pivot.name} is new, and ${table}.${column} goes. What is in ${pivot.name} to begin with?`,
      choices: [{ value: copy, label: `What ${table}.${column} says of each row` }, empty],
      rows,
    },
    copy
  )
  if (answer !== copy) return {}

  deciding.kept.set(`${table}.${column}`, { back: oneOf(relation), lost: null })
  return {
    fill: spread(relation),
    lossesBack: [{ what: `${pivot.name} (all but one for each row)`, rows: surplus(relation) }],
  }
}

/**
 * What a new column has in it, where a table between two others goes that said the same of several.
 *
 * @returns undefined where there is no such table
 */
export async function fillFromPivot(table: string, column: string, deciding: Deciding) {
  const relation = pivotBefore(table, column, deciding)
  if (!relation) return undefined

  const { pivot } = relation
  const rows = await deciding.count(surplus(relation))
  const copy = `copy:${pivot}`
  const { nullable } = deciding.situation.to.tables[table].columns[column]
  const answer = deciding.ask(
    {
      id: `fill:${table}.${column}`,
      message: `${table}.${column} is new, and ${pivot} goes, which may say several for each row (${rows ?? 'nobody knows how many'} more than one). What does it hold?`,
      choices: [
        { value: copy, label: `The first that ${pivot} says, others are lost`, losesData: true },
        ...(nullable ? [empty] : []),
      ],
      open: { what: 'SQL, which may name other columns of the row', example: oneOf(relation) },
      rows,
    },
    copy
  )
  if (answer === copy) deciding.kept.set(pivot, keptBy(relation))

  return { fill: answer === copy ? oneOf(relation) : emptied(answer) }
}

const emptied = (answer?: string) => (answer === 'empty' ? undefined : answer)

function keptBy(relation: Relation) {
  const { pivot } = relation
  return {
    back: spread(relation),
    lost: { what: `${pivot} (all but one for each row)`, rows: surplus(relation) },
  }
}
