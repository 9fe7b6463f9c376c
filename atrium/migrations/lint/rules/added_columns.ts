import { rule } from '../rule.ts'
import { fillOf } from './conversions.ts'
import { quote } from '../../schema/names.ts'
import { isVolatile } from './volatility.ts'
import type { OperationOf } from '../operations.ts'
import { notNullByCheck, oneByOne, together } from '../safe_files.ts'

type Added = OperationOf<'addColumn'>

/** What new columns do to the rows that are there. */
export const addedColumnRules = [
  rule({
    code: 'add-column-required',
    title: 'A new column that must not be empty, without a default',
    why: 'Older rows have nothing to put there: the statement fails on the first row.',
    on: ['addColumn'],
    covers: ['squawk adding-required-field', 'squawk adding-not-nullable-field', 'Atlas MF103'],
    found: ({ nullable, default: value, generated, counted }) =>
      !nullable && !value && !generated && !counted,
    safeWay: ({ table, column, type }) => {
      const fill = fillOf(type)
      return {
        say: fill
          ? `${fill} is only an example of what older rows get.`
          : 'What older rows get, only you can say: fill them before the check.',
        files: [
          together(add(table, column, type)),
          ...notNullByCheck(table, column, fill ?? undefined),
        ],
      }
    },
  }),
  rule({
    code: 'add-column-volatile-default',
    title: 'A new column whose default is another one for each row',
    why: 'PostgreSQL writes every row anew, and nobody can read the table meanwhile.',
    on: ['addColumn'],
    covers: ['strong_migrations add_column_default (volatile)', 'squawk adding-field-with-default'],
    found: (column) => isVolatile(column.default),
    safeWay: ({ table, column, type, nullable, default: value }) => ({
      files: [
        together(
          add(table, column, type),
          `alter table ${quote(table)} alter column ${quote(column)} set default ${value!.text}`
        ),
        ...(nullable
          ? [oneByOne(filling(table, column, value!.text))]
          : notNullByCheck(table, column, value!.text)),
      ],
    }),
  }),
  rule({
    code: 'add-column-counted',
    title: 'A new column that counts itself',
    why: 'PostgreSQL numbers and writes every row anew, and nobody can read the table meanwhile.',
    on: ['addColumn'],
    covers: ['strong_migrations add_column_auto_incrementing'],
    generated: 'notice',
    found: ({ counted }) => counted !== null,
    safeWay: ({ table, column, type }) => {
      const sequence = `${table}_${column}_seq`
      return {
        files: [
          together(
            add(table, column, type),
            `create sequence ${quote(sequence)} owned by ${quote(table)}.${quote(column)}`,
            `alter table ${quote(table)} alter column ${quote(column)} set default nextval('${quote(sequence)}')`
          ),
          ...notNullByCheck(table, column, `nextval('${quote(sequence)}')`),
        ],
      }
    },
  }),
  rule({
    code: 'add-column-generated',
    title: 'A new stored generated column',
    why: 'PostgreSQL computes and writes every row anew, and nobody can read the table meanwhile.',
    on: ['addColumn'],
    covers: ['strong_migrations add_column_generated_stored'],
    generated: 'notice',
    found: ({ generated }) => generated !== null,
    safeWay: (column) => ({
      say: 'The column is not generated then, but kept by a trigger, which looks the same to readers.',
      files: keptByTrigger(column, expressionOf(column)),
    }),
  }),
]

function add(table: string, column: string, type: string) {
  return `alter table ${quote(table)} add column ${quote(column)} ${type}`
}

function filling(table: string, column: string, value: string) {
  return {
    table: quote(table),
    set: `${quote(column)} = ${value}`,
    where: `${quote(column)} is null`,
  }
}

/** `generated always as (a + b) stored` -> `a + b` */
function expressionOf({ generated }: Added) {
  return generated!.slice(generated!.indexOf('(') + 1, generated!.lastIndexOf(')'))
}

/** A column that a trigger fills, and a backfill for older rows. */
function keptByTrigger({ table, column, type }: Added, expression: string) {
  const name = quote(`${table}_${column}`)
  return [
    together(
      add(table, column, type),
      `create function ${name}() returns trigger language plpgsql as $$
begin
  select (${expression}) into new.${quote(column)} from (select new.*) as changed;
  return new;
end $$`,
      `create trigger ${name} before insert or update on ${quote(table)}
for each row execute function ${name}()`
    ),
    oneByOne({
      table: quote(table),
      set: `${quote(column)} = (${expression})`,
      where: `${quote(column)} is distinct from (${expression})`,
    }),
  ]
}
