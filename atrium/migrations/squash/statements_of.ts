import type { Schema } from '../schema/types.ts'
import { statementsOf } from '../wanted/statements.ts'

/**
 * The statements that make a schema with rows in it. The rows come before foreign keys, triggers and
 * views, so that nothing looks at them in the wrong order, or changes them again.
 */
export function statementsWithRows(schema: Schema, rows: string[]): string[] {
  const all = statementsOf(schema).map(local)
  const first = new Set(statementsOf(bare(schema)).map(local))

  return [...first, ...rows, ...all.filter((statement) => !first.has(statement))]
}

/** Settings end with the migration. */
function local(statement: string) {
  return statement.replace(/^set check_function_bodies/, 'set local check_function_bodies')
}

function bare(schema: Schema): Schema {
  const tables = Object.values(schema.tables).map((table) => ({
    ...table,
    constraints: Object.fromEntries(
      Object.entries(table.constraints).filter(([, { kind }]) => kind !== 'foreign')
    ),
    triggers: {},
  }))
  return {
    ...schema,
    views: {},
    tables: Object.fromEntries(tables.map((table) => [table.name, table])),
  }
}
