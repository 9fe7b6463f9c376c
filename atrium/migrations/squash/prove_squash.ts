import { carriedRows } from './carried_rows.ts'
import { E_SQUASH_NOT_PROVEN } from '../errors.ts'
import type { Schema } from '../schema/types.ts'
import { allDifferences } from '../drift/all_differences.ts'
import { runStatements } from '../scratch/run_statements.ts'
import { readSchema, type Queryable } from '../schema/read_schema.ts'

/** What migrations leave in an empty database */
export type Outcome = { schema: Schema; rows: string[] }

/** Reads it. */
export async function outcomeIn(client: Queryable): Promise<Outcome> {
  const schema = await readSchema(client)
  return { schema, rows: await carriedRows(client, schema) }
}

/**
 * Compares what a squashed migration has left in a database with what the ones before it leave, takes it
 * back, and makes it again.
 *
 * @throws E_SQUASH_NOT_PROVEN
 */
export async function proveSquash(
  client: Queryable,
  wanted: Outcome,
  { up, down }: { up: string[]; down: string[] }
) {
  refuse('makes something else', differences(await outcomeIn(client), wanted))

  await runStatements(client, down).catch((error) =>
    refuse('cannot be taken back', [error.message])
  )
  const empty = { extensions: [], enums: {}, functions: {}, views: {}, tables: {} }
  refuse('leaves something when it is taken back', allDifferences(await readSchema(client), empty))

  await runStatements(client, up).catch((error) => refuse('cannot run again', [error.message]))
  refuse('makes something else the second time', differences(await outcomeIn(client), wanted))
}

function differences(made: Outcome, wanted: Outcome) {
  return [
    ...allDifferences(made.schema, wanted.schema),
    ...Object.values(wanted.schema.tables)
      .filter(({ name, columns }) => {
        const other = made.schema.tables[name]
        return other && String(Object.keys(other.columns)) !== String(Object.keys(columns))
      })
      .map(({ name }) => `put the columns of ${name} in another order`),
    ...wanted.rows.filter((statement) => !made.rows.includes(statement)),
    ...made.rows
      .filter((statement) => !wanted.rows.includes(statement))
      .map((statement) => `not: ${statement}`),
  ]
}

function refuse(what: string, lines: string[]) {
  if (lines.length === 0) return

  throw new E_SQUASH_NOT_PROVEN(
    [
      `Nothing was written, since the squashed migration ${what}. It would still have to:`,
      ...lines.map((line) => `  ${line}`),
      'That is a fault of Atrium: please report it.',
    ].join('\n')
  )
}
