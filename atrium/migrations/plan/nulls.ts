import { quote } from '../schema/names.ts'
import { isConstant } from './constant.ts'
import { defaultOf } from '../schema/ddl.ts'
import type { Column } from '../schema/types.ts'
import { fillEmpty, setDefault } from './columns.ts'
import { require, requireIfPossible } from './requirement.ts'
import type { DecidedOf, Piece, Planning } from './planning.ts'

/**
 * Whether a column may be empty.
 */
export function planChangeNull(decided: DecidedOf<'changeNull'>, planning: Planning): Piece[] {
  const { table, to } = decided.change
  return to.nullable ? loosen(decided, planning) : tighten(table, to, decided.fill)
}

function loosen({ change, fill }: DecidedOf<'changeNull'>, planning: Planning): Piece[] {
  const { table, from, to } = change
  const name = quote(to.name)
  const standard = from.type === to.type ? constantDefault(to) : undefined
  const value = fill ?? constantDefault(from) ?? standard
  const isInKey = Object.values(planning.from.tables[table]?.constraints ?? {}).some(
    ({ kind, columns }) => kind === 'primary' && columns.includes(to.name)
  )

  const early = planning.isConverted(table, [to.name]) ? 'obstacles' : 'settings'
  return [
    {
      stage: isInKey ? 'loosened' : early,
      table,
      up: [`alter table ${quote(table)} alter column ${name} drop not null`],
      down: [
        ...(value ? [`update ${quote(table)} set ${name} = ${value} where ${name} is null`] : []),
        requireIfPossible(table, to.name),
      ],
      summary: `make ${to.name} of ${table} optional`,
      notes: value
        ? []
        : [
            `Going back, ${table}.${to.name} stays optional if rows without a value came meanwhile.`,
          ],
    },
  ]
}

function tighten(table: string, to: Column, fill?: string): Piece[] {
  return [...(fill ? [fillEmpty(table, to, fill)] : []), require(table, to.name)]
}

function constantDefault(column: Column) {
  const standard = defaultOf(column)
  return standard !== null && isConstant(standard) ? standard : undefined
}

/** What new rows get where nothing is given. */
export function planChangeDefault(
  { change: { table, from, to } }: DecidedOf<'changeDefault'>,
  planning: Planning
): Piece[] {
  const isDoneAlong =
    planning.isConverted(table, [to.name]) || planning.has('changeCounting', table, to.name)
  if (isDoneAlong) return []

  return [
    {
      stage: 'settings',
      table,
      up: [setDefault(table, to.name, defaultOf(to))],
      down: [setDefault(table, to.name, defaultOf(from))],
      summary: `change the default of ${to.name} of ${table}`,
    },
  ]
}
