import { quote } from '../schema/names.ts'
import { defaultOf } from '../schema/ddl.ts'
import { restored } from './restored_column.ts'
import type { Column } from '../schema/types.ts'
import { requireIfPossible } from './requirement.ts'
import { addColumn, comment, dropColumn, setDefault } from './columns.ts'
import { isRegeneration, type DecidedOf, type Piece } from './planning.ts'

/**
 * A column that is computed in another way, or begins or ceases to be computed.
 */
export function planChangeGenerated({
  change: { table, from, to },
}: DecidedOf<'changeGenerated'>): Piece[] {
  return isRegeneration(from, to)
    ? planRegeneration(table, from, to)
    : [keepValues(table, from, to)]
}

/** It is computed no more, and keeps what was computed. */
function keepValues(table: string, from: Column, to: Column): Piece {
  return {
    stage: 'obstacles',
    rank: 1,
    table,
    up: [dropExpression(table, to)],
    down: [dropColumn(table, to), addColumn(table, from), ...comment(table, from)],
    summary: `keep ${to.name} of ${table} by hand`,
    notes: [`Going back computes ${table}.${to.name} anew, and writes every row for it.`],
  }
}

function dropExpression(table: string, { name }: Column) {
  return `alter table ${quote(table)} alter column ${quote(name)} drop expression`
}

/**
 * Drops a computed column and adds it anew: PostgreSQL before 17 cannot change the expression. What is
 * built on the column is put aside by `obstacles`.
 */
export function planRegeneration(table: string, from: Column, to: Column): Piece[] {
  const keepsValues = from.generated === null && from.type === to.type
  const again = from.generated ? [addColumn(table, from)] : restored(table, from)

  return [
    {
      stage: 'obstacles',
      rank: 1,
      table,
      up: [dropColumn(table, from)],
      down: keepsValues ? keptBy(table, from) : [...again, ...comment(table, from)],
      summary: `drop the former ${from.name} of ${table}`,
    },
    {
      stage: 'settings',
      rank: -1,
      table,
      up: [addColumn(table, to), ...comment(table, to)],
      down: keepsValues ? [] : [dropColumn(table, to)],
      summary: `compute ${to.name} of ${table} anew`,
      notes: [`Computing ${table}.${to.name} writes every row of ${table} anew.`],
    },
  ]
}

/** On the way back the rows have what was computed. */
function keptBy(table: string, from: Column) {
  return [
    dropExpression(table, from),
    ...(from.default === null ? [] : [setDefault(table, from.name, defaultOf(from))]),
    from.nullable
      ? `alter table ${quote(table)} alter column ${quote(from.name)} drop not null`
      : requireIfPossible(table, from.name),
  ]
}
