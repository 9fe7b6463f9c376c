import { sequenceOf } from './types.ts'
import { setDefault } from './columns.ts'
import { quote } from '../schema/names.ts'
import type { Column } from '../schema/types.ts'
import type { DecidedOf, Piece, Planning } from './planning.ts'

type Counted = Pick<Column, 'name' | 'type' | 'identity' | 'serial' | 'default'>

/**
 * Who counts the values of a column: nobody, the column itself (identity), or a sequence beside it
 * (serial). The count goes on where it was.
 */
export function planChangeCounting(
  { change: { table, from, to } }: DecidedOf<'changeCounting'>,
  planning: Planning
): Piece[] {
  const isEnd = !isCounted(to)
  const converts = planning.isConverted(table, [to.name])

  return [
    {
      stage: isEnd && converts ? 'obstacles' : 'settings',
      table,
      up: recount(table, from, to, converts),
      down: recount(table, to, from, converts),
      summary: `change how ${to.name} of ${table} is counted`,
    },
  ]
}

function isCounted({ identity, serial }: Counted) {
  return identity !== null || serial
}

function recount(table: string, from: Counted, to: Counted, converts: boolean) {
  if (from.identity && to.identity) {
    return [`${alter(table, to)} set generated ${to.identity}`]
  }
  if (!isCounted(to)) {
    return [
      stop(table, from),
      ...(to.default === null || converts ? [] : [setDefault(table, to.name, to.default)]),
    ]
  }
  return [isCounted(from) ? hand(table, from, to) : start(table, from, to)]
}

function alter(table: string, { name }: Counted) {
  return `alter table ${quote(table)} alter column ${quote(name)}`
}

/** Dropping the default first, since the sequence is needed as long as it is there. */
function stop(table: string, from: Counted) {
  if (from.identity) return `${alter(table, from)} drop identity`

  return `do $$ declare
  sequence text := ${sequenceOf(table, from.name)};
begin
  ${alter(table, from)} drop default;
  execute format('drop sequence %s', sequence);
end $$`
}

/** Begins after the highest value that is there. */
function start(table: string, from: Counted, to: Counted) {
  return `do $$ begin
  ${from.default === null ? '' : `${alter(table, from)} drop default;\n  `}${made(table, to)}
  perform setval(${sequenceOf(table, to.name)},
    (select coalesce(max(${quote(to.name)}), 0) + 1 from ${quote(table)}), false);
end $$`
}

/** Hands the count over from one sequence to another, without a gap or a value twice. */
function hand(table: string, from: Counted, to: Counted) {
  const end = from.identity
    ? `${alter(table, from)} drop identity;`
    : `${alter(table, from)} drop default;\n  execute format('drop sequence %s', sequence);`

  return `do $$ declare
  sequence text := ${sequenceOf(table, from.name)};
  next bigint := nextval(sequence);
begin
  ${end}
  ${made(table, to)}
  perform setval(${sequenceOf(table, to.name)}, next, false);
end $$`
}

function made(table: string, to: Counted) {
  if (to.identity) return `${alter(table, to)} add generated ${to.identity} as identity;`

  const sequence = quote(sequenceName(table, to.name))
  return `create sequence ${sequence} as ${to.type} owned by ${quote(table)}.${quote(to.name)};
  ${alter(table, to)} set default nextval('${sequence.replaceAll("'", "''")}');`
}

/** As PostgreSQL itself names it: the longer part gives way where both do not fit. */
export function sequenceName(table: string, column: string) {
  const bytes = (text: string) => Buffer.byteLength(text)
  const parts = [table, column]
  while (bytes(parts[0]) + bytes(parts[1]) + '__seq'.length > 63) {
    const longer = bytes(parts[0]) > bytes(parts[1]) ? 0 : 1
    parts[longer] = [...parts[longer]].slice(0, -1).join('')
  }
  return `${parts[0]}_${parts[1]}_seq`
}
