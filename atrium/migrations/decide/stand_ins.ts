import { escapeLiteral } from 'pg'

import { literals } from './suggestions.ts'
import { defaultOf } from '../schema/ddl.ts'
import { shortType } from '../schema/spelling.ts'
import type { Column, EnumType } from '../schema/types.ts'
import { typeParts, unquoted } from './conversions/type_parts.ts'

/** SQL that may give nothing, or that, where the column must not be empty. */
export function neverEmpty(sql: string, column: Column, enums: Record<string, EnumType>) {
  if (column.nullable || !/\bnull\b/i.test(sql)) return sql

  const standIn = standInFor(column, enums)
  return standIn === undefined ? sql : `coalesce(${sql}, (${standIn})::${shortType(column.type)})`
}

/** What stands for a value that cannot be had: the default, the first word, or nothing much. */
export function standInFor(column: Column, enums: Record<string, EnumType>): string | undefined {
  const standard = defaultOf(column)
  if (standard !== null) return standard

  const word = column.words?.values[0] ?? enums[unquoted(column.type)]?.values[0]
  if (word !== undefined) return escapeLiteral(word)

  const { name, isList } = typeParts(column.type)
  return isList ? `'{}'` : literals[name]?.[0].value
}
