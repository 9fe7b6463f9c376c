import { quote, quoteAll, shortened } from '../schema/names.ts'
import type { Statement } from '../plan/steps.ts'
import type { SafeFile } from './rule.ts'

/** A file that runs in a transaction, as files do when they say nothing. */
export function together(...up: Statement[]): SafeFile {
  return { transactional: true, up }
}

/** A file with `static disableTransactions = true`. */
export function oneByOne(...up: Statement[]): SafeFile {
  return { transactional: false, up }
}

/** A file that runs when something else has happened. */
export function after(when: string, file: SafeFile): SafeFile {
  return { ...file, when }
}

/** A file that says what it destroys. */
export function losing(what: string, file: SafeFile): SafeFile {
  return { ...file, losses: [what] }
}

/** A unique index that is built while people write, and becomes the constraint. */
export function uniqueByIndex(
  table: string,
  { constraint, columns, definition }: { constraint: string; columns: string[]; definition: string }
): SafeFile[] {
  const [kind] = /^(primary key|unique)/i.exec(definition) ?? ['unique']
  const nulls = /nulls not distinct/i.test(definition) ? ' nulls not distinct' : ''
  return [
    oneByOne(
      `drop index concurrently if exists ${quote(constraint)}`,
      `create unique index concurrently ${quote(constraint)} on ${quote(table)} (${quoteAll(columns)})${nulls}`
    ),
    together(
      `alter table ${quote(table)} add constraint ${quote(constraint)} ${kind.toLowerCase()} using index ${quote(constraint)}`
    ),
  ]
}

/** A constraint that holds for new rows at once, and is checked on older ones while people write. */
export function checkedLater(table: string, constraint: string, definition: string): SafeFile[] {
  const on = `alter table ${quote(table)}`
  return [
    together(`${on} add constraint ${quote(constraint)} ${definition} not valid`),
    oneByOne(`${on} validate constraint ${quote(constraint)}`),
  ]
}

/** NOT NULL without looking through the table under a lock. */
export function notNullByCheck(table: string, column: string, fill?: string): SafeFile[] {
  const on = `alter table ${quote(table)}`
  const check = quote(shortened(`${table}_${column}`, 'not_null'))
  const isNull = `${quote(column)} is null`
  return [
    ...(fill
      ? [oneByOne({ table: quote(table), set: `${quote(column)} = ${fill}`, where: isNull })]
      : []),
    together(`${on} add constraint ${check} check (${quote(column)} is not null) not valid`),
    oneByOne(
      `${on} validate constraint ${check}`,
      `${on} alter column ${quote(column)} set not null`
    ),
    together(`${on} drop constraint ${check}`),
  ]
}
