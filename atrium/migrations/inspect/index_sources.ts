import type { Imports } from './imports.ts'
import type { Role } from './field_source.ts'
import { isOnlyKey } from './house.ts'
import type { Index } from '../schema/types.ts'
import { nameOf, quote } from '../schema/names.ts'
import type { NamedTable } from './named_tables.ts'
import { plainCondition } from './plain_condition.ts'
import { call, expressionOf, literal, objectOf } from './literal.ts'
import { readIndex, type ReadIndex, type ReadPart } from './read_index.ts'

/**
 * The indexes of a table that no field says. Those that a field can say are given to its role, and
 * foreign keys without their index are told so.
 */
export function indexSources(
  model: NamedTable,
  roles: Record<string, Role>,
  imports: Imports
): string[] {
  const apart = Object.values(model.table.indexes).filter(
    (index) => !isSaidByField(index, model, roles)
  )

  for (const [column, role] of Object.entries(roles)) {
    if (role.foreignKey && needsIndex(model, column, role)) {
      role.options.index = role.options.index === 'true' ? undefined : 'false'
    }
  }
  return apart.map((index) => indexSource(index, model, imports))
}

/** A plain index of one column, under its usual name */
function isSaidByField(index: Index, model: NamedTable, roles: Record<string, Role>) {
  const read = readIndex(index.definition)
  const [{ column, collation, opclass, order }] = read.parts
  const isPlain =
    !read.unique &&
    read.method === 'btree' &&
    read.parts.length === 1 &&
    column !== null &&
    [collation, opclass, read.where, index.comment].every((said) => said === null) &&
    order === '' &&
    read.include.length === 0 &&
    Object.keys(read.with).length === 0
  if (!isPlain || index.name !== nameOf.index(model.table.name, [column])) return false
  if (!needsIndex(model, column, roles[column])) return false

  roles[column].options.index = 'true'
  return true
}

/** A column that is unique, or the key, has an index anyway */
function needsIndex({ table }: NamedTable, column: string, { options }: Role) {
  return !options.unique && !isOnlyKey(table.constraints, column)
}

function indexSource(index: Index, model: NamedTable, imports: Imports) {
  const read = readIndex(index.definition)
  const columns = read.parts.map(({ column }) => column)
  const usual = read.unique ? nameOf.unique : nameOf.index
  const hasUsualName =
    columns.every((column) => column !== null) && index.name === usual(model.table.name, columns)

  return call(`index<${model.className}>`, [
    `[${read.parts.map((part) => partSource(part, read, model, imports)).join(', ')}]`,
    objectOf({
      name: hasUsualName ? undefined : literal(index.name),
      unique: read.unique ? 'true' : undefined,
      method: read.method === 'btree' ? undefined : literal(read.method),
      where: read.where === null ? undefined : literal(plainCondition(read.where)),
      include:
        read.include.length > 0
          ? literal(read.include.map((column) => model.properties[column]))
          : undefined,
      nullsNotDistinct: read.nullsNotDistinct ? 'true' : undefined,
      opclass: opclasses(read, model),
      with: Object.keys(read.with).length > 0 ? literal(read.with) : undefined,
      comment: index.comment === null ? undefined : literal(index.comment),
    }),
  ])
}

function partSource(part: ReadPart, read: ReadIndex, model: NamedTable, imports: Imports) {
  if (isByProperty(part, read)) return literal(`${model.properties[part.column!]}${part.order}`)

  imports.use('expression')
  const { column, collation, opclass, order } = part
  const expression = plainCondition(part.expression)
  const start = column === null ? `(${expression})` : `(${quote(column)})`
  const end = `${collation === null ? '' : ` collate ${quote(collation)}`}${opclass === null ? '' : ` ${opclass}`}${order}`
  return expressionOf(column === null && end === '' ? expression : start + end)
}

/** Properties say their operator class once for the whole index, and no collation */
function isByProperty({ column, collation }: ReadPart, { parts }: ReadIndex) {
  return (
    column !== null &&
    collation === null &&
    parts.filter((part) => part.column === column).length === 1
  )
}

function opclasses(read: ReadIndex, model: NamedTable) {
  const said = read.parts.filter((part) => part.opclass !== null && isByProperty(part, read))
  if (said.length === 0) return undefined

  return objectOf(
    Object.fromEntries(said.map((part) => [model.properties[part.column!], literal(part.opclass)]))
  )
}
