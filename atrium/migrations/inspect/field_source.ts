import { kindOf } from './field_kinds.ts'
import { call, literal, objectOf } from './literal.ts'
import type { Column, EnumType } from '../schema/types.ts'
import { defaultOptions } from './default_options.ts'
import { isConventionalColumn } from './names.ts'
import type { Imports } from './imports.ts'
import type { MemberSource } from './model_source.ts'

/** Columns that nobody outside is to read */
const SECRET = /password|passwd|secret|_digest$|_token$|^token$|otp/i

/**
 * What the rest of the table says about a column, as options of its field.
 */
export type Role = {
  property: string
  isId: boolean

  /** Whether a check lists its words */
  isEnum: boolean

  /** Its type in the database, where that lists its words */
  enumType?: EnumType

  /** What it is instead of what its type says: a foreign key */
  foreignKey?: { args: string[]; options: Record<string, string | undefined>; type: string }
  options: Record<string, string | undefined>
}

/**
 * The field of a column.
 */
export function fieldSource(column: Column, role: Role, imports: Imports): MemberSource {
  const { kind, args, options, type } = role.foreignKey
    ? { kind: 'foreignKey', ...role.foreignKey }
    : kindOf(column, role)
  for (const name of ['DateTime', 'Duration', 'Decimal'])
    if (type.startsWith(name)) imports.use(name)

  const said = objectOf({
    columnName: isConventionalColumn(role.property, column.name) ? undefined : literal(column.name),
    ...options,
    nullable: column.nullable ? 'true' : undefined,
    hidden: SECRET.test(column.name) ? 'true' : undefined,
    ...role.options,
    ...(role.isId ? {} : defaultOptions(column, kind, imports)),
    comment: column.comment === null ? undefined : literal(column.comment),
  })
  return {
    decorator: call(`@field.${kind}`, [...args, said]),
    property: role.property,
    type: column.nullable ? `${type} | null` : type,
  }
}
