import { wordsOf } from './words.ts'
import { catalogQueries } from './catalog.ts'
import type { Column, Constraint, Schema, Table } from './types.ts'

/** What can ask a database: a client or a pool of pg */
export type Queryable = { query(sql: string): Promise<any> }

type Row = Record<string, any>
type Answers = Record<keyof typeof catalogQueries, Row[]>

/** Where Lucid and we ourselves keep what has run. No model says them */
const BOOKKEEPING = ['adonis_schema', 'adonis_schema_versions', 'adonis_schema_checksums']

/**
 * Reads what the schema `public` looks like: one question, one answer. Not read are partitions of
 * tables (the whole table is), sequences that belong to no column, rules, policies, aggregates, indexes
 * of materialised views, and whatever an extension made.
 *
 * @param options.unmanaged tables, views, types and functions (as `f(integer)`) to leave out as well
 */
export async function readSchema(
  client: Queryable,
  options: { unmanaged?: string[] } = {}
): Promise<Schema> {
  const answers = await ask(client)
  const left = new Set([...BOOKKEEPING, ...(options.unmanaged ?? [])])
  const managed = (rows: Row[]) => rows.filter(({ name }) => !left.has(name))

  return {
    extensions: managed(answers.extensions).map(({ name }) => name),
    enums: byName(managed(answers.enums).map(enumType)),
    functions: byName(
      managed(answers.functions).map(({ name, definition }) => ({ name, definition }))
    ),
    views: byName(managed(answers.views).map(view)),
    tables: tablesOf({ ...answers, tables: managed(answers.tables) }),
  }
}

/** Several statements in one message give several results. */
async function ask(client: Queryable): Promise<Answers> {
  const results: { rows: Row[] }[] = await client.query(Object.values(catalogQueries).join(';\n'))
  return Object.fromEntries(
    Object.keys(catalogQueries).map((name, place) => [name, results[place].rows])
  ) as Answers
}

function byName<T extends { name: string }>(items: T[]): Record<string, T> {
  return Object.fromEntries(items.map((item) => [item.name, item]))
}

function tablesOf(answers: Answers) {
  const parts = {
    columns: Map.groupBy(answers.columns, ({ table }) => table),
    constraints: Map.groupBy(answers.constraints, ({ table }) => table),
    indexes: Map.groupBy(answers.indexes, ({ table }) => table),
    triggers: Map.groupBy(answers.triggers, ({ table }) => table),
  }

  return byName(
    answers.tables.map(({ name, comment, storage }): Table => {
      const constraints = (parts.constraints.get(name) ?? []).map(constraint)
      const columns = (parts.columns.get(name) ?? []).map((row) => column(row, constraints))
      return {
        name,
        comment,
        columns: byName(columns),
        constraints: byName(constraints),
        indexes: byName((parts.indexes.get(name) ?? []).map(index)),
        triggers: byName((parts.triggers.get(name) ?? []).map(trigger)),
        storage: Object.fromEntries((storage ?? []).map((one: string) => splitAtEqual(one))),
      }
    })
  )
}

const identities: Record<string, Column['identity']> = { a: 'always', d: 'by default' }

function column(row: Row, constraints: Constraint[]): Column {
  const isGenerated = row.generated !== ''
  return {
    name: row.name,
    type: row.type,
    nullable: row.nullable,
    default: isGenerated || row.serial ? null : row.expression,
    identity: identities[row.identity] ?? null,
    serial: row.serial,
    generated: isGenerated ? row.expression : null,
    words: listedWords(row.name, constraints),
    collation: row.collation,
    comment: row.comment,
  }
}

function listedWords(name: string, constraints: Constraint[]): Column['words'] {
  for (const check of constraints) {
    if (check.kind !== 'check' || check.columns.length !== 1 || check.columns[0] !== name) continue

    const values = wordsOf(check.definition, name)
    if (values) return { constraint: check.name, values }
  }
  return null
}

const kinds: Record<string, Constraint['kind']> = {
  p: 'primary',
  u: 'unique',
  f: 'foreign',
  c: 'check',
  x: 'exclude',
}

const actions: Record<string, string> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
}

function constraint(row: Row): Constraint {
  return {
    name: row.name,
    kind: kinds[row.kind],
    columns: row.columns,
    definition: row.definition.replace(/ NOT VALID$/, ''),
    valid: row.valid,
    comment: row.comment,
    foreign:
      row.kind === 'f'
        ? {
            table: row.target,
            columns: row.target_columns,
            onDelete: actions[row.on_delete],
            onUpdate: actions[row.on_update],
          }
        : null,
  }
}

function index({ name, table, unique, definition, columns, valid, comment }: Row) {
  return { name, table, unique, definition, columns, valid, comment }
}

function trigger({ name, table, definition, function: called }: Row) {
  return { name, table, definition, function: called }
}

function view({ name, definition, materialized, depends_on: dependsOn, comment }: Row) {
  return { name, definition, materialized, dependsOn, comment }
}

function enumType({ name, values, comment }: Row) {
  return { name, values: values ?? [], comment }
}

function splitAtEqual(text: string): [string, string] {
  const at = text.indexOf('=')
  return [text.slice(0, at), text.slice(at + 1)]
}
