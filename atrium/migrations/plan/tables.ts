import { quote } from '../schema/names.ts'
import { tableOrder, tablesNeededBy } from './table_order.ts'
import type { DecidedOf, Piece, Planning } from './planning.ts'
import type { Constraint, Schema, Table } from '../schema/types.ts'
import { addConstraint, createTable, createTrigger } from '../schema/ddl.ts'

/**
 * A new table has everything at once. Only foreign keys to what is not there yet come later.
 */
export function planCreateTable(
  { change: { table }, fill }: DecidedOf<'createTable'>,
  planning: Planning
): Piece[] {
  const order = orderOf(planning, 'createTable', planning.to)
  const comesLater = (constraint: Constraint) =>
    constraint.kind === 'foreign' && isAhead(constraint, table, order, planning)
  const later = Object.values(table.constraints).filter(comesLater)
  const needs = tablesNeededBy(table).filter(
    (name) => !later.some(({ foreign }) => foreign?.table === name)
  )

  return [
    {
      stage: 'tables',
      rank: order.indexOf(table.name),
      table: table.name,
      needs,
      up: createTable(table, { without: comesLater }),
      down: [`drop table ${quote(table.name)}`],
      summary: `create ${table.name}`,
    },
    ...later.map((constraint) => closing(table, constraint, planning)),
    ...(fill ? [copyInto(table, fill)] : []),
  ]
}

/**
 * A table that goes. Going back makes it again, without its rows.
 */
export function planDropTable(
  { change: { table }, usingBack }: DecidedOf<'dropTable'>,
  planning: Planning
): Piece[] {
  const order = orderOf(planning, 'dropTable', planning.from)
  const goesFirst = (constraint: Constraint) =>
    constraint.kind === 'foreign' && isAhead(constraint, table, order, planning)
  const first = Object.values(table.constraints).filter(goesFirst)

  return [
    ...first.map((constraint): Piece => {
      const name = quote(constraint.name)
      return {
        stage: planning.isDropped(constraint.foreign!.table) ? 'formerReferences' : 'obstacles',
        table: table.name,
        needs: [constraint.foreign!.table],
        up: [`alter table ${quote(table.name)} drop constraint ${name}`],
        down: [addConstraint(table.name, constraint)],
        summary: `drop ${constraint.name}`,
      }
    }),
    {
      stage: 'formerTables',
      rank: -order.indexOf(table.name),
      table: table.name,
      needs: tablesNeededBy(table).filter((name) => planning.isDropped(name)),
      up: [`drop table ${quote(table.name)}`],
      down: [
        ...createTable(table, { without: goesFirst }),
        ...Object.values(table.triggers).map(createTrigger),
        ...(usingBack ? [usingBack] : []),
      ],
      summary: `drop ${table.name}`,
    },
  ]
}

/** The tables that one plan makes, or drops, by their names in the order of their making. */
export function orderOf(planning: Planning, kind: 'createTable' | 'dropTable', schema: Schema) {
  const names = planning.all(kind).map(({ change }) => change.table.name)
  return tableOrder(schema, planning.surroundings.components ?? {}, names)
}

/** Whether a foreign key points to what is not there, or not in its last form, when its table is made. */
function isAhead(
  { foreign }: Constraint,
  table: Table,
  order: string[],
  planning: Planning
): boolean {
  const { table: target, columns } = foreign!
  if (target === table.name) return false
  if (order.includes(target)) return order.indexOf(target) > order.indexOf(table.name)

  return planning.isConverted(target, columns) || isKeyChanged(planning, target)
}

/** Whether a key that others may point to comes or goes. */
function isKeyChanged(planning: Planning, table: string) {
  const isKey = ({ kind }: Constraint) => kind === 'primary' || kind === 'unique'
  return (
    [...planning.all('addConstraint'), ...planning.all('dropConstraint')].some(
      ({ change }) => change.table === table && isKey(change.constraint)
    ) ||
    planning
      .all('replaceConstraint')
      .some(({ change }) => change.table === table && isKey(change.to)) ||
    planning
      .all('addIndex')
      .some(({ change }) => change.index.table === table && change.index.unique)
  )
}

function closing(table: Table, constraint: Constraint, planning: Planning): Piece {
  const target = constraint.foreign!.table
  return {
    stage: planning.isCreated(target) ? 'references' : 'rules',
    table: table.name,
    needs: [target],
    up: [addConstraint(table.name, constraint)],
    down: [`alter table ${quote(table.name)} drop constraint ${quote(constraint.name)}`],
    summary: `let ${table.name} point to ${target}`,
  }
}

/** Rows of a new table that come from others: a whole `insert` statement. */
function copyInto(table: Table, sql: string): Piece {
  return {
    stage: 'copies',
    table: table.name,
    up: [sql],
    down: [],
    summary: `copy rows into ${table.name}`,
  }
}
