import { quote } from '../schema/names.ts'
import { require } from './requirement.ts'
import type { Column } from '../schema/types.ts'
import { isConstant, isNull } from './constant.ts'
import type { DecidedOf, Piece, Planning } from './planning.ts'
import { columnClause, commentOn, defaultOf } from '../schema/ddl.ts'
import { isUniqueIn, restored, restoredWith } from './restored_column.ts'

/**
 * A new column. What is the same for all rows comes at once, without a row being written; anything
 * else comes in batches, before the column is required.
 */
export function planAddColumn({
  change: { table, column },
  fill,
}: DecidedOf<'addColumn'>): Piece[] {
  const standard = defaultOf(column)
  const value = fill ?? standard
  const counts = column.identity !== null || column.serial || column.generated !== null
  const atOnce = counts || value === null || isConstant(value)

  return [
    {
      stage: 'columns',
      table,
      up: [
        ...(atOnce ? addAtOnce(table, column, value) : addEmpty(table, column)),
        ...comment(table, column),
      ],
      down: [dropColumn(table, column)],
      summary: `add ${column.name} to ${table}`,
      notes: counts ? [`Adding ${table}.${column.name} writes every row of ${table} anew.`] : [],
    },
    ...(atOnce ? [] : fillAndRequire(table, column, value)),
  ]
}

/** In one statement; a value for older rows only is taken back as a default. */
function addAtOnce(table: string, column: Column, value: string | null) {
  const standard = defaultOf(column)
  const isForOlderRowsOnly = value !== standard && value !== null && !isNull(value)
  if (!isForOlderRowsOnly) return [addColumn(table, column)]

  return [
    addColumn(table, { ...column, default: value, source: undefined }),
    setDefault(table, column.name, standard),
  ]
}

/** Its default holds for new rows only: said apart, PostgreSQL leaves the older ones alone. */
function addEmpty(table: string, column: Column) {
  const standard = defaultOf(column)
  const bare = { ...column, nullable: true, default: null, source: undefined }
  return [
    addColumn(table, bare),
    ...(standard === null ? [] : [setDefault(table, column.name, standard)]),
  ]
}

function fillAndRequire(table: string, column: Column, value: string): Piece[] {
  return [
    fillEmpty(table, column, value),
    ...(column.nullable ? [] : [require(table, column.name)]),
  ]
}

/** Gives rows without a value one, a batch at a time. Where there may be none, rows stay without. */
export function fillEmpty(table: string, column: Column, value: string): Piece {
  const name = quote(column.name)
  const mayStay = column.nullable && !isConstant(value) ? ` and (${value}) is not null` : ''
  return {
    stage: 'fills',
    table,
    up: [{ table: quote(table), set: `${name} = ${value}`, where: `${name} is null${mayStay}` }],
    down: [],
    summary: `fill ${column.name} of ${table}`,
  }
}

/**
 * A column that goes. Going back makes it again: with the rows' values where they can be had from
 * elsewhere, and otherwise empty.
 */
export function planDropColumn(
  { change: { table, column }, usingBack }: DecidedOf<'dropColumn'>,
  planning: Planning
): Piece[] {
  const isReplaced = planning
    .all('addColumn')
    .some(({ change }) => change.table === table && change.column.name === column.name)

  const isUnique = isUniqueIn(planning.from.tables[table], column.name)

  return [
    {
      stage: isReplaced ? 'obstacles' : 'formerColumns',
      table,
      up: [dropColumn(table, column)],
      down: [
        ...restored(table, column, usingBack, isUnique),
        ...comment(table, column),
        ...restoredWith(table, column, planning),
      ],
      summary: `drop ${column.name} from ${table}`,
    },
  ]
}

export function addColumn(table: string, column: Column) {
  return `alter table ${quote(table)} add column ${columnClause(column)}`
}

export function dropColumn(table: string, column: Column) {
  return `alter table ${quote(table)} drop column ${quote(column.name)}`
}

/** Null takes the default away. */
export function setDefault(table: string, column: string, standard: string | null) {
  const act = standard === null ? 'drop default' : `set default ${standard}`
  return `alter table ${quote(table)} alter column ${quote(column)} ${act}`
}

export function comment(table: string, { name, comment: text }: Column) {
  return text === null ? [] : [commentOn({ object: 'column', table, column: name }, text)]
}
