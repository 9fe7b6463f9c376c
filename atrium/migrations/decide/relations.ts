import { quote } from '../schema/names.ts'
import type { Deciding } from './deciding.ts'
import type { Constraint, Table } from '../schema/types.ts'

/**
 * A relation that is kept in a column of one side, and in a table between both: which of the two it is
 * changes when one may have several.
 */
export type Relation = {
  /** The table with the column, the column, and the key of its rows */
  table: string
  column: string
  key: string

  /** The table between, and its columns that point to the one side and to the other */
  pivot: string
  own: string
  related: string
}

/** The column that goes, where the table of a relation comes that can take its values. */
export function columnBefore(pivot: Table, deciding: Deciding): Relation | undefined {
  for (const { table, column } of deciding.all('dropColumn')) {
    const found = relation(pivot, deciding.situation.from.tables[table], column.name)
    if (found) return found
  }
  return undefined
}

/** The table of a relation that goes, where the column comes that can take one of its values. */
export function pivotBefore(table: string, column: string, deciding: Deciding) {
  for (const { table: pivot } of deciding.all('dropTable')) {
    const found = relation(pivot, deciding.situation.to.tables[table], column)
    if (found && deciding.olderRows.has(table)) return found
  }
  return undefined
}

function relation(pivot: Table, table: Table, column: string): Relation | undefined {
  const pointer = keyOf(table, column)?.foreign
  const primary = Object.values(pivot.constraints).find(({ kind }) => kind === 'primary')
  if (!pointer || primary?.columns.length !== 2) return undefined

  const keys = primary.columns.map((name) => ({ name, foreign: keyOf(pivot, name)?.foreign }))
  const own = keys.find(({ foreign }) => foreign?.table === table.name)
  const related = keys.find((one) => one !== own && one.foreign?.table === pointer.table)
  if (!own || !related || !fillsItself(pivot, primary.columns)) return undefined

  const key = own.foreign!.columns[0]
  return { table: table.name, column, key, pivot: pivot.name, own: own.name, related: related.name }
}

function keyOf(table: Table, column: string): Constraint | undefined {
  return Object.values(table.constraints).find(
    ({ kind, columns }) => kind === 'foreign' && columns.length === 1 && columns[0] === column
  )
}

/** Whether rows can be made of the two keys alone. */
function fillsItself({ columns }: Table, keys: string[]) {
  return Object.values(columns).every(
    (one) =>
      keys.includes(one.name) || one.nullable || one.default !== null || one.generated !== null
  )
}

/** A row of the table between for each row of the column. */
export function spread({ table, column, key, pivot, own, related }: Relation) {
  const [into, from] = [`${quote(pivot)} (${quote(own)}, ${quote(related)})`, quote(table)]
  return `insert into ${into} select ${quote(key)}, ${quote(column)} from ${from} where ${quote(column)} is not null`
}

/** One of the values that the table between has for a row. */
export function oneOf({ table, key, pivot, own, related }: Relation) {
  const [between, value] = [quote(pivot), quote(related)]
  return `(select ${between}.${value} from ${between} where ${between}.${quote(own)} = ${quote(table)}.${quote(key)} order by 1 limit 1)`
}

/** Counts the rows that the column has no place for. */
export function surplus({ pivot, own }: Relation) {
  return `select count(*) - count(distinct ${quote(own)}) from ${quote(pivot)}`
}
