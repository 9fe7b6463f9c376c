import { quote, quoteText } from './names.ts'
import type { Commented } from '../compare/changes.ts'
import { shortType, spoken } from './spelling.ts'
import { commentOn } from './ddl_objects.ts'
import type { Column, Constraint, Index, Table } from './types.ts'

export * from './ddl_objects.ts'

/**
 * The statements that make a table: itself, its comments and its indexes. Triggers come apart, since
 * their functions may need the table.
 *
 * @param options.without constraints that are made later, such as foreign keys of tables that point
 * to each other
 */
export function createTable(
  table: Table,
  options: { without?: (constraint: Constraint) => boolean } = {}
): string[] {
  const constraints = Object.values(table.constraints).filter(
    (constraint) => !options.without?.(constraint)
  )
  const inline = constraints.find((constraint) => isPlainPrimaryKey(table, constraint))
  const lines = [
    ...Object.values(table.columns).map((column) =>
      columnClause(column, { primary: inline?.columns[0] === column.name })
    ),
    ...constraints.filter((constraint) => constraint !== inline).map(constraintClause),
  ]
  const storage =
    Object.keys(table.storage).length > 0 ? ` with (${parameters(table.storage)})` : ''

  return [
    `create table ${quote(table.name)} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n)${storage}`,
    ...commentsOf(table, constraints),
    ...Object.values(table.indexes).map((index) => createIndex(index)),
    ...Object.values(table.indexes).flatMap(({ name, comment }) =>
      comment === null ? [] : [commentOn({ object: 'index', index: name }, comment)]
    ),
  ]
}

/** A primary key of one column that has the name that PostgreSQL gives it anyway. */
function isPlainPrimaryKey(table: Table, { kind, name, columns, ...rest }: Constraint) {
  return (
    kind === 'primary' &&
    columns.length === 1 &&
    name === `${table.name}_pkey` &&
    Buffer.byteLength(name) <= 63 &&
    !/deferrable/i.test(rest.source ?? rest.definition)
  )
}

function commentsOf(table: Table, constraints: Constraint[]) {
  const on: [Commented, string | null][] = [
    [{ object: 'table', table: table.name }, table.comment],
    ...Object.values(table.columns).map(({ name, comment }): [Commented, string | null] => [
      { object: 'column', table: table.name, column: name },
      comment,
    ]),
    ...constraints.map(({ name, comment }): [Commented, string | null] => [
      { object: 'constraint', table: table.name, constraint: name },
      comment,
    ]),
  ]
  return on.flatMap(([object, comment]) => (comment === null ? [] : [commentOn(object, comment)]))
}

const serials: Record<string, string> = {
  smallint: 'smallserial',
  integer: 'serial',
  bigint: 'bigserial',
}

/**
 * A column as it stands in `create table` and after `add column`.
 *
 * @param options.primary it is the primary key by itself
 */
export function columnClause(column: Column, options: { primary?: boolean } = {}) {
  const generated = column.source?.generated ?? column.generated
  const standard = defaultOf(column)

  return [
    quote(column.name),
    column.serial ? serials[column.type] : shortType(column.type),
    column.collation && `collate ${quote(column.collation)}`,
    column.identity && `generated ${column.identity} as identity`,
    generated && `generated always as (${generated}) stored`,
    standard && `default ${standard}`,
    options.primary ? 'primary key' : column.nullable ? null : 'not null',
  ]
    .filter(Boolean)
    .join(' ')
}

/** What stands after `default`, as the model says it where it does. */
export function defaultOf(column: Column) {
  return column.source?.default ?? column.default
}

/** A constraint as it stands in `create table` and after `add`: `constraint <name> check (...)`. */
export function constraintClause(constraint: Constraint) {
  return `constraint ${quote(constraint.name)} ${constraint.source ?? spoken(constraint.definition)}`
}

/** `alter table ... add constraint ...`, which looks at older rows unless told otherwise. */
export function addConstraint(
  table: string,
  constraint: Constraint,
  options: { notValid?: boolean } = {}
) {
  const end = options.notValid ? ' not valid' : ''
  return `alter table ${quote(table)} add ${constraintClause(constraint)}${end}`
}

/** `create index`, which keeps writers out unless it is built concurrently. */
export function createIndex(index: Index, options: { concurrently?: boolean } = {}) {
  const sql = index.source ?? spoken(index.definition)
  return options.concurrently ? sql.replace(/^create( unique)? index /i, '$&concurrently ') : sql
}

/** Storage parameters as they stand in parentheses. */
export function parameters(storage: Record<string, string>) {
  return Object.entries(storage)
    .map(([name, value]) => `${name} = ${/^[\w.]+$/.test(value) ? value : quoteText(value)}`)
    .join(', ')
}
