import { escapeLiteral } from 'pg'

import { recast } from './enum_casts.ts'
import { withoutWords } from './former_enum.ts'
import type { EnumType } from '../schema/types.ts'
import { quote, shortened } from '../schema/names.ts'
import { commentOn, createEnum } from '../schema/ddl.ts'
import type { DecidedOf, Piece, Planning } from './planning.ts'

export function planCreateEnum({ change: { type } }: DecidedOf<'createEnum'>): Piece[] {
  return [
    {
      stage: 'enums',
      table: null,
      up: [createEnum(type), ...remark(type)],
      down: [drop(type.name)],
      summary: `make the type ${type.name}`,
    },
  ]
}

export function planDropEnum({ change: { type } }: DecidedOf<'dropEnum'>): Piece[] {
  return [
    {
      stage: 'formerEnums',
      table: null,
      up: [drop(type.name)],
      down: [createEnum(type), ...remark(type)],
      summary: `drop the type ${type.name}`,
    },
  ]
}

/**
 * The words of an enum's type, or their order. Words are added to the type; anything else needs
 * another type in its place, and writes the rows anew.
 */
export function planChangeEnum(decided: DecidedOf<'changeEnum'>, planning: Planning): Piece[] {
  return planning.isSwapped(decided.change) ? swap(decided, planning) : extend(decided, planning)
}

/** Each in a statement of its own, before the transaction in which it may be used. */
function extend({ change }: DecidedOf<'changeEnum'>, planning: Planning): Piece[] {
  const { from, to, columns } = change
  const added = to.values.filter((value) => !from.values.includes(value))

  return [
    {
      stage: 'enumValues',
      table: columns[0]?.table ?? null,
      up: added.map(
        (value) => `${addValue(to.name, value)}${placeIn(to.values, value, from.values)}`
      ),
      down: [withoutWords(from, columns, planning.from)],
      summary: `add ${added.join(' and ')} to ${to.name}`,
      notes: ['Going back refuses rows that hold one of the new words.'],
    },
  ]
}

function addValue(type: string, value: string) {
  return `alter type ${quote(type)} add value if not exists ${escapeLiteral(value)}`
}

/** After the word before it, which is there by then; before all others where there is none. */
function placeIn(values: string[], value: string, former: string[]) {
  const before = values[values.indexOf(value) - 1]
  if (before !== undefined) return ` after ${escapeLiteral(before)}`

  return former.length > 0 ? ` before ${escapeLiteral(former[0])}` : ''
}

function swap({ change, mapping }: DecidedOf<'changeEnum'>, planning: Planning): Piece[] {
  const { from, to, columns } = change
  const former = shortened(from.name, 'old')
  const table = columns[0]?.table ?? null
  const rename = (name: string, next: string) =>
    `alter type ${quote(name)} rename to ${quote(next)}`

  return [
    {
      stage: 'enums',
      table,
      up: [rename(to.name, former), createEnum(to), ...remark(to)],
      down: [drop(to.name), rename(former, to.name)],
      summary: `make the type ${to.name} anew`,
    },
    ...columns.map((column): Piece => ({
      stage: 'conversions',
      table: column.table,
      up: recast(column, to.name, planning, 'to', mapping),
      down: recast(column, former, planning, 'from'),
      summary: `move ${column.column} of ${column.table} to the new ${to.name}`,
    })),
    {
      stage: 'settings',
      table,
      up: [drop(former)],
      down: [createEnum({ ...from, name: former }), ...remark({ ...from, name: former })],
      summary: `drop the former ${to.name}`,
    },
  ]
}

function drop(name: string) {
  return `drop type ${quote(name)}`
}

function remark({ name, comment }: EnumType) {
  return comment === null ? [] : [commentOn({ object: 'type', type: name }, comment)]
}
