import type { Schema } from '../schema/types.ts'

/** The columns of a native enum's type, lists of its words among them. */
export function usersOfType({ tables }: Schema, type: string) {
  return Object.values(tables).flatMap((table) =>
    Object.values(table.columns)
      .filter((column) => nameOfType(column.type) === type)
      .map((column) => ({ table: table.name, column: column.name }))
  )
}

/** The bare name in `"Mood"[]`. */
function nameOfType(type: string) {
  return type
    .replace(/(\[\])+$/, '')
    .replace(/^"(.*)"$/, '$1')
    .replaceAll('""', '"')
}
