import type { Schema } from '../schema/types.ts'
import { elementType, unquoted } from '../decide/conversions/type_parts.ts'

/** The columns of a native enum's type, lists of its words among them. */
export function usersOfType({ tables }: Schema, type: string) {
  return Object.values(tables).flatMap((table) =>
    Object.values(table.columns)
      .filter((column) => unquoted(elementType(column.type)) === type)
      .map((column) => ({ table: table.name, column: column.name }))
  )
}
