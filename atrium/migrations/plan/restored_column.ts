import { isConstant } from './constant.ts'
import { quote } from '../schema/names.ts'
import type { Planning } from './planning.ts'
import { requireIfPossible } from './requirement.ts'
import type { Column, Table } from '../schema/types.ts'
import { restoreConstraint } from './restored_constraint.ts'
import { columnClause, createIndex, defaultOf } from '../schema/ddl.ts'

/**
 * Makes a column again that was dropped. It is required as before where rows can have a value, and
 * otherwise only in a table without rows.
 *
 * @param value what rows get, where it can be had from elsewhere
 * @param isUnique no two rows may have the same in it, so that a default is for new rows only
 */
export function restored(table: string, column: Column, value?: string, isUnique = false) {
  const add = `alter table ${quote(table)} add column`
  const standard = defaultOf(column)
  const counts = column.identity !== null || column.serial || column.generated !== null
  const isSaidByDefault = standard !== null && !(isUnique && isConstant(standard))
  if (!value && (counts || isSaidByDefault)) return [`${add} ${columnClause(column)}`]

  const empty = { ...column, nullable: true, default: null, source: undefined }
  return [
    `${add} ${columnClause(empty)}`,
    ...(value ? [`update ${quote(table)} set ${quote(column.name)} = ${value}`] : []),
    ...(standard === null
      ? []
      : [`alter table ${quote(table)} alter column ${quote(column.name)} set default ${standard}`]),
    ...(column.nullable ? [] : [requireIfPossible(table, column.name)]),
  ]
}

/** Whether a column by itself may have each value only once. */
export function isUniqueIn({ constraints, indexes }: Table, column: string) {
  const keys = Object.values(constraints).filter(({ kind }) => ['unique', 'primary'].includes(kind))
  const unique = Object.values(indexes).filter((index) => index.unique)
  return [...keys, ...unique].some(({ columns }) => columns.join() === column)
}

/** What went along with a column, unless another change brings it back. */
export function restoredWith(table: string, column: Column, planning: Planning) {
  const { constraints, indexes } = planning.from.tables[table]
  const isPart = ({ columns }: { columns: string[] }) => columns.includes(column.name)
  const isFirstToGo = (columns: string[]) => lastOf(columns, table, planning) === column.name

  return [
    ...Object.values(constraints)
      .filter((one) => isPart(one) && !isRestored(one.name, planning) && isFirstToGo(one.columns))
      .flatMap((one) => restoreConstraint(table, one)),
    ...Object.values(indexes)
      .filter((one) => isPart(one) && !isRestored(one.name, planning) && isFirstToGo(one.columns))
      .map((one) => createIndex(one)),
  ]
}

/** Of the columns that go, the one that is made again last. */
function lastOf(columns: string[], table: string, planning: Planning) {
  return planning
    .all('dropColumn')
    .filter(({ change }) => change.table === table && columns.includes(change.column.name))
    .map(({ change }) => change.column.name)[0]
}

function isRestored(name: string, planning: Planning) {
  return (
    planning.all('dropConstraint').some(({ change }) => change.constraint.name === name) ||
    planning.all('replaceConstraint').some(({ change }) => change.from.name === name) ||
    planning.all('changeWords').some(({ change }) => change.constraints.from.name === name) ||
    planning.all('dropIndex').some(({ change }) => change.index.name === name) ||
    planning.all('replaceIndex').some(({ change }) => change.from.name === name)
  )
}
