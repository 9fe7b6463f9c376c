import type { Routine, Schema, Table } from '../schema/types.ts'

/**
 * Puts the models' words beside what PostgreSQL made of them: people read the former, differences are
 * found in the latter.
 */
export function overlay(read: Schema, declared: Schema): Schema {
  return {
    ...read,
    functions: withSources(read.functions, declared.functions),
    views: withSources(read.views, declared.views),
    tables: mapped(read.tables, (table, name) => overlayTable(table, declared.tables[name])),
  }
}

function overlayTable(read: Table, declared: Table | undefined): Table {
  if (!declared) return read

  return {
    ...read,
    columns: mapped(read.columns, (column, name) => {
      const { default: standard, generated } = declared.columns[name]
      const source = {
        ...(standard !== null && standard !== column.default ? { default: standard } : {}),
        ...(generated !== null && generated !== column.generated ? { generated } : {}),
      }
      return Object.keys(source).length > 0 ? { ...column, source } : column
    }),
    constraints: withSources(read.constraints, declared.constraints),
    indexes: withSources(read.indexes, declared.indexes),
    triggers: withSources(read.triggers, declared.triggers),
  }
}

function withSources<T extends { source?: string }>(
  read: Record<string, T>,
  declared: Record<string, Pick<Routine, 'source'>>
) {
  return mapped(read, (part, name) => {
    const source = declared[name]?.source
    return source === undefined ? part : { ...part, source }
  })
}

function mapped<T>(parts: Record<string, T>, change: (part: T, name: string) => T) {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, change(part, name)]))
}
