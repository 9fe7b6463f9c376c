import { rule } from '../rule.ts'
import { isFree } from './conversions.ts'
import { quote } from '../../schema/names.ts'
import type { OperationOf } from '../operations.ts'
import type { KnownColumn, KnownSchema } from '../known_schema.ts'
import { after, losing, notNullByCheck, oneByOne, together } from '../safe_files.ts'

type Changed = OperationOf<'changeType'>

/** What it costs to change a type. */
export const typeChangeRules = [
  rule({
    code: 'change-type',
    title: 'A column gets another type',
    why: 'PostgreSQL writes every row anew and builds every index again, and nobody can read the table meanwhile. What does not fit fails, or is rounded without a word.',
    on: ['changeType'],
    covers: ['strong_migrations change_column', 'squawk changing-column-type'],
    generated: 'notice',
    found: ({ table, column, type }, { known }) =>
      !isFree(known.column(table, column)?.type ?? '', type),
    safeWay: (operation, { known }) => {
      const before = known.column(operation.table, operation.column)
      return {
        say: [...lossCount(operation, before), ...rebuilt(operation, known)].join(' ') || undefined,
        files: swapped(operation, before),
      }
    },
  }),
]

/** How many rows would not come through as they are. */
function lossCount({ table, column, type, using }: Changed, before?: KnownColumn) {
  const value = using ?? `${quote(column)}::${type}`
  return before
    ? [
        `First count what would be lost: select count(*) from ${quote(table)} where (${value})::${before.type} is distinct from ${quote(column)}.`,
      ]
    : []
}

function rebuilt({ table, column }: Changed, known: KnownSchema) {
  const indexes = known.indexesOf(table)
  return indexes.length > 0
    ? [
        `Indexes of ${column} are built concurrently on the new column before the swap; ${table} has ${indexes.join(', ')}.`,
      ]
    : []
}

/** The new type in a column beside the old one, kept alike by a trigger, and then in its place. */
function swapped({ table, column, type, using }: Changed, before: KnownColumn | undefined) {
  const on = `alter table ${quote(table)}`
  const [old, into, trigger] = [`${column}_old`, `${column}_new`, `${table}_${column}_new`].map(
    quote
  )
  const value = using ?? `${quote(column)}::${type}`
  const held = before?.default ? [`${on} alter column ${into} set default ${before.default}`] : []

  return [
    together(
      `${on} add column ${into} ${type}`,
      `create function ${trigger}() returns trigger language plpgsql as $$
begin
  select (${value}) into new.${into} from (select new.*) as changed;
  return new;
end $$`,
      `create trigger ${trigger} before insert or update on ${quote(table)}
for each row execute function ${trigger}()`
    ),
    oneByOne({
      table: quote(table),
      set: `${into} = (${value})`,
      where: `${into} is distinct from (${value})`,
    }),
    ...(before && !before.nullable ? notNullByCheck(table, `${column}_new`) : []),
    after(
      'code that knows the new type is about to be deployed',
      together(
        `drop trigger ${trigger} on ${quote(table)}`,
        `drop function ${trigger}()`,
        ...(before && !before.nullable
          ? [`${on} alter column ${quote(column)} drop not null`]
          : []),
        `${on} rename column ${quote(column)} to ${old}`,
        `${on} rename column ${into} to ${quote(column)}`,
        ...held.map((sql) => sql.replace(into, quote(column)))
      )
    ),
    after(
      'that code runs everywhere',
      losing(`${table}.${column}_old`, together(`${on} drop column ${old}`))
    ),
  ]
}
