import { mentions } from '../plan/mention.ts'
import type { Situation } from './deciding.ts'
import type { ChangeKind, ChangeOf } from '../compare/changes.ts'

/**
 * Whether SQL about rows of a table can be asked before the migration: it must not need what is only
 * made by it, or has its name from it. Columns of the table itself may have their new names already.
 *
 * @param given new columns that are there already as far as the SQL is concerned
 */
export function isForeseeable(
  sql: string,
  table: string,
  situation: Situation,
  given: string[] = []
) {
  const isNew = (name: string) => !given.includes(name) && mentions(sql, name)
  return ![...newThings(table, situation), ...newColumns(sql, table, situation)].some(isNew)
}

function newThings(table: string, situation: Situation) {
  const { renames } = situation
  const called = renames.filter(({ kind }) => kind === 'table' || kind === 'enumType')
  return [
    ...called.map(({ to }) => to).filter((name) => name !== table),
    ...all(situation, 'createTable').map((change) => change.table.name),
    ...all(situation, 'createEnum').map(({ type }) => type.name),
    ...all(situation, 'createFunction').map(({ routine }) => routine.name.replace(/\(.*$/, '')),
  ]
}

/** Columns that other tables get, where the SQL is about those tables, and that the table itself gets. */
function newColumns(sql: string, table: string, situation: Situation) {
  const added = all(situation, 'addColumn').map((change) => ({
    table: change.table,
    name: change.column.name,
  }))
  const renamed = situation.renames.flatMap((one) =>
    one.kind === 'column' && one.table !== table ? [{ table: one.table, name: one.to }] : []
  )
  return [...added, ...renamed]
    .filter((column) => column.table === table || mentions(sql, column.table))
    .map(({ name }) => name)
}

function all<K extends ChangeKind>({ changes }: Situation, kind: K): ChangeOf<K>[] {
  return changes.filter((one): one is ChangeOf<K> => one.kind === kind)
}
