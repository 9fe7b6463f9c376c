import { literal } from './literal.ts'
import { plural } from './names.ts'
import { isNow } from './default_options.ts'
import { nameOf } from '../schema/names.ts'
import type { House } from './house.ts'
import type { Relation } from './relations.ts'
import { readConstraint } from './read_constraint.ts'
import type { NamedTable } from './named_tables.ts'
import { readIndex } from './read_index.ts'
import type { Column, Schema, Table } from '../schema/types.ts'

const TIMESTAMPS = ['created_at', 'updated_at']

/**
 * Whether a table is just what a many-to-many relation makes by itself: then it needs no model.
 */
export function isPurePivot(
  table: Table,
  schema: Pick<Schema, 'tables'>,
  isWritten: (table: string) => boolean
) {
  const key = Object.values(table.constraints).find(({ kind }) => kind === 'primary')
  const [own, related, ...others] = Object.values(table.columns)
  if (!key || !related || key.columns.join() !== [own.name, related.name].join()) return false

  return (
    key.name === nameOf.primary(table.name) &&
    [own, related].every((column) => isPlainKey(table, column, schema, isWritten)) &&
    others.every(isPivotTimestamp) &&
    Object.keys(table.constraints).length === 3 &&
    hasOnlyTheWayBack(table, [related.name, own.name]) &&
    table.comment === null &&
    Object.keys(table.triggers).length === 0 &&
    Object.keys(table.storage).length === 0 &&
    isDeclaredFirst(table, own.name, related.name)
  )
}

/** Points to the other table's key, and goes with the row there */
function isPlainKey(
  table: Table,
  column: Column,
  schema: Pick<Schema, 'tables'>,
  isWritten: (table: string) => boolean
) {
  const key = table.constraints[nameOf.foreign(table.name, [column.name])]
  if (!key?.foreign || key.columns.join() !== column.name) return false

  const { table: target, columns, onDelete, onUpdate } = key.foreign
  const { matchFull, deferrable, left } = readConstraint(key)
  return (
    isWritten(target) &&
    onDelete === 'cascade' &&
    onUpdate === 'no action' &&
    !matchFull &&
    deferrable === null &&
    left === '' &&
    key.valid &&
    schema.tables[target]?.columns[columns[0]].type === column.type &&
    [column.default, column.collation, column.comment, key.comment].every((said) => said === null)
  )
}

function isPivotTimestamp(
  { name, type, nullable, default: standard, comment }: Column,
  place: number
) {
  return (
    name === TIMESTAMPS[place] &&
    type === 'timestamp with time zone' &&
    !nullable &&
    isNow(standard ?? '', 'timestamp') &&
    comment === null
  )
}

function hasOnlyTheWayBack({ name, indexes }: Table, columns: string[]) {
  const [index, ...others] = Object.values(indexes)
  if (!index || others.length > 0) return false

  const { parts, unique, method, where, include } = readIndex(index.definition)
  return (
    index.name === nameOf.index(name, columns) &&
    parts.map(({ expression, order }) => expression + order).join() === columns.join() &&
    !unique &&
    method === 'btree' &&
    where === null &&
    include.length === 0 &&
    index.comment === null
  )
}

/** Of the two models, the one whose table comes first says the order of the keys */
function isDeclaredFirst({ name, constraints }: Table, own: string, related: string) {
  const target = (column: string) => constraints[nameOf.foreign(name, [column])].foreign!.table
  return target(own) < target(related)
}

/**
 * The relations over a table that joins two models: both ways.
 */
export function pivotRelations(table: Table, house: House): Relation[] {
  const key = Object.values(table.constraints).find(({ kind }) => kind === 'primary')
  const sides = (key?.columns ?? []).map((column) => side(table, column, house))
  const [one, other] = sides
  if (sides.length !== 2 || !one || !other || one.model === other.model) return []

  return [relation(table, one, other), relation(table, other, one)].filter(({ on }) => !on.isKnown)
}

type Side = { model: NamedTable; column: string }

function side(table: Table, column: string, house: House): Side | null {
  const key = Object.values(table.constraints).find(
    ({ kind, columns }) => kind === 'foreign' && columns.join() === column
  )
  const model = key && house.model(key.foreign!.table)
  return model ? { model, column } : null
}

function relation(table: Table, own: Side, other: Side): Relation {
  const times = TIMESTAMPS.filter((name) => table.columns[name])
  return {
    kind: 'manyToMany',
    on: own.model,
    to: other.model,
    name: plural(other.model.className),
    options: {
      pivotTable: literal(table.name),
      pivotForeignKey: literal(own.column),
      pivotRelatedForeignKey: literal(other.column),
      pivotTimestamps: times.length > 0 ? timestamps(times) : undefined,
    },
  }
}

function timestamps(times: string[]) {
  const named = (name: string) => (times.includes(name) ? literal(name) : 'false')
  return times.length === 2
    ? 'true'
    : `{ createdAt: ${named('created_at')}, updatedAt: ${named('updated_at')} }`
}
