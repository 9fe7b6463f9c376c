import { shortName, type WrittenMigration } from './written_migration.ts'
import type { Operation } from './operations.ts'

/**
 * Files that were generated together have one name, but for a number and a word behind it:
 * `..._add_headline_1_add`, `..._add_headline_2_build`.
 */
export function setOf(name: string) {
  const [, time, base, part] = /^(\d*)_?(.*?)(_\d_[a-z]+)?$/.exec(shortName(name))!
  return part ? base : `${time}_${base}`
}

/** Whether the files of a set make a table themselves, so that nobody uses it yet. */
export function isNewIn(
  read: { migration: WrittenMigration; operations: Operation[] }[],
  set: string
) {
  const operations = read
    .filter(({ migration }) => setOf(migration.name) === set)
    .flatMap((one) => one.operations)
  const made = new Set(
    operations.flatMap((operation) => (operation.kind === 'createTable' ? [operation.table] : []))
  )
  for (const { kind, ...operation } of operations) {
    const { table, to } = operation as { table: string; to: string }
    if (kind === 'renameTable' && made.has(table)) made.add(to)
  }
  return (table: string | null) => table !== null && made.has(table)
}
