import type { Piece } from './planning.ts'
import { quote, shortened } from '../schema/names.ts'

/**
 * Lets no row of a column be empty, without looking at all rows under a lock that keeps writers out.
 * All of it can be done again after a stop: it waits in one file with the backfill before it.
 */
export function require(table: string, column: string): Piece {
  const check = quote(shortened(`${table}_${column}`, 'filled'))
  const alter = `alter table ${quote(table)}`
  const given = quote(column)

  return {
    stage: 'requirements',
    table,
    up: [
      `${alter} drop constraint if exists ${check}`,
      `${alter} add constraint ${check} check (${given} is not null) not valid`,
      `${alter} validate constraint ${check}`,
      `${alter} alter column ${given} set not null`,
      `${alter} drop constraint ${check}`,
    ],
    down: [`${alter} alter column ${given} drop not null`],
    summary: `require ${column} of ${table}`,
  }
}

/**
 * Requires a column on the way back, unless rows came without it meanwhile: those stay as they are,
 * and the column stays optional.
 */
export function requireIfPossible(table: string, column: string) {
  return `do $$ begin
  alter table ${quote(table)} alter column ${quote(column)} set not null;
exception when not_null_violation then
  raise warning 'Rows of ${spelt(table)} have no ${spelt(column)}: it stays optional.';
end $$`
}

/**
 * Looks at older rows on the way back. Rows that break the rule stay as they are: then it holds for
 * what is written from now on.
 */
export function validateIfPossible(table: string, constraint: string) {
  return `do $$ begin
  alter table ${quote(table)} validate constraint ${quote(constraint)};
exception when check_violation or foreign_key_violation then
  raise warning 'Rows of ${spelt(table)} break ${spelt(constraint)}: it holds for new ones only.';
end $$`
}

/** A name within a message of a block that is quoted with dollars. */
export function spelt(name: string) {
  return name.replaceAll("'", "''").replaceAll('%', '%%').replaceAll('$$', '$ $')
}
