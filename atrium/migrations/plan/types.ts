import { setDefault } from './columns.ts'
import { quote } from '../schema/names.ts'
import { alterType } from './alter_type.ts'
import { defaultOf } from '../schema/ddl.ts'
import { shortType } from '../schema/spelling.ts'
import { planRegeneration } from './generated.ts'
import type { Column, Schema } from '../schema/types.ts'
import { conversionOf } from '../decide/conversions/conversion_of.ts'
import { isRegeneration, type DecidedOf, type Piece, type Planning } from './planning.ts'

const wholeNumbers = ['smallint', 'integer', 'bigint']

/**
 * A column that gets another type, with its values. What stands in its way is put aside by `obstacles`.
 */
export function planChangeType(decided: DecidedOf<'changeType'>, planning: Planning): Piece[] {
  const { table, from, to } = decided.change
  if (isRegeneration(from, to))
    return planning.has('changeGenerated', table, to.name) ? [] : planRegeneration(table, from, to)

  const enums = { ...planning.from.enums, ...planning.to.enums }
  const forth = conversionOf(from, to, enums)
  const back = conversionOf(to, from, enums)
  const using = decided.using ?? forth.loses?.strictUsing ?? forth.using
  const exactlyBack = back.possible ? (back.loses?.strictUsing ?? back.using) : 'null'

  return [
    {
      stage: 'conversions',
      table,
      up: retype(table, from, to, using, planning.from),
      down: retype(table, to, from, decided.usingBack ?? exactlyBack, planning.to),
      summary: `change ${to.name} of ${table} to ${shortType(to.type)}`,
    },
  ]
}

/** With the default out of the way, since it is converted by other rules than the rows. */
function retype(table: string, from: Column, to: Column, using: string, { tables }: Schema) {
  const isPlain = using === '' && from.default === to.default
  const collation = from.collation === to.collation ? '' : ` collate ${collationOf(to)}`

  return [
    ...(from.default === null || isPlain ? [] : [setDefault(table, to.name, null)]),
    ...alterType(table, to, tables[table].columns, using, collation),
    ...(to.default === null || isPlain ? [] : [setDefault(table, to.name, defaultOf(to))]),
    ...(from.serial && to.serial && wholeNumbers.includes(to.type) ? [countAs(table, to)] : []),
  ]
}

function collationOf({ collation }: Column) {
  return collation === null ? '"default"' : quote(collation)
}

/** The sequence of a serial keeps its own type, and with it its end. That of an identity follows. */
function countAs(table: string, { name, type }: Column) {
  return `do $$ begin
  execute format('alter sequence %s as ${type}', ${sequenceOf(table, name)});
end $$`
}

/** The call that gives the name of the sequence that counts for a column. */
export function sequenceOf(table: string, column: string) {
  const text = (name: string) => `'${name.replaceAll("'", "''")}'`
  return `pg_get_serial_sequence(${text(quote(table))}, ${text(column)})`
}
