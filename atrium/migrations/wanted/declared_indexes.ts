import {
  Expression,
  type FieldDescription,
  type IndexDefinition,
  type ModelDescription,
} from '#atrium/model/main'

import { checkedName } from './checked_name.ts'
import type { Registry } from './registry.ts'
import { parameters } from '../schema/ddl.ts'
import type { Index } from '../schema/types.ts'
import { isPrimary } from './field_constraints.ts'
import { nameOf, quote, quoteAll } from '../schema/names.ts'
import { isCallOrParenthesised } from './index_expression.ts'

/**
 * The indexes of a model's table, in the model's words: those of its fields, and those that it
 * declares.
 */
export function declaredIndexes(model: ModelDescription, registry: Registry): Index[] {
  const { table, fields, indexes } = model
  const ofFields = indexedColumns(fields).map((column) =>
    declareIndex(table, nameOf.index(table, [column]), [quote(column)])
  )
  return [...ofFields, ...indexes.map((definition) => ofModel(definition, model, registry))]
}

/** Foreign keys are indexed unasked, unless they are unique, or the key: then they are anyway. */
function indexedColumns(fields: ModelDescription['fields']) {
  const isOnlyKey = fields.filter(isPrimary).length === 1
  const isIndexed = (field: FieldDescription) =>
    field.index ??
    (field.kind === 'foreignKey' && !field.unique && !(isPrimary(field) && isOnlyKey))

  return fields.filter(isIndexed).map(({ columnName }) => columnName)
}

function ofModel(definition: IndexDefinition, model: ModelDescription, registry: Registry) {
  const { parts, opclass = {}, include = [], name, ...options } = definition
  const who = `The index ${name ?? parts.map((part) => (part instanceof Expression ? part.sql : part)).join(', ')} of ${model.name}`
  const read = parts.map((part) =>
    partOf(part, opclass as Record<string, string>, model, registry, who)
  )
  const usual = options.unique ? nameOf.unique : nameOf.index

  return declareIndex(
    model.table,
    name === undefined
      ? usual(
          model.table,
          read.map((part) => part.name)
        )
      : checkedName(name, who),
    read.map(({ sql }) => sql),
    { ...options, include: registry.columns(model.model, include, who) }
  )
}

/** A part in SQL, and what it adds to the name of the index. */
function partOf(
  part: string | Expression,
  opclass: Record<string, string>,
  model: ModelDescription,
  registry: Registry,
  who: string
) {
  if (part instanceof Expression) {
    const sql = isCallOrParenthesised(part.sql) ? part.sql : `(${part.sql})`
    return { sql, name: part.sql.replace(/\W+/g, '_').replace(/^_|_$/g, '') }
  }

  const [property, ...order] = part.split(' ')
  const column = registry.field(model.model, property, who).columnName
  return {
    sql: [quote(column), opclass[property], ...order].filter(Boolean).join(' '),
    name: column,
  }
}

type Options = Omit<IndexDefinition, 'parts' | 'opclass' | 'name'>

/** An index whose parts are SQL already. */
export function declareIndex(
  table: string,
  name: string,
  parts: string[],
  options: Options = {}
): Index {
  const { unique = false, method, include = [], nullsNotDistinct, where, comment } = options
  const storage = Object.entries(options.with ?? {}).map(([key, value]) => [key, String(value)])
  const definition = [
    `create ${unique ? 'unique ' : ''}index ${quote(name)} on ${quote(table)}`,
    method && method !== 'btree' ? ` using ${method}` : '',
    ` (${parts.join(', ')})`,
    include.length > 0 ? ` include (${quoteAll(include)})` : '',
    nullsNotDistinct ? ' nulls not distinct' : '',
    storage.length > 0 ? ` with (${parameters(Object.fromEntries(storage))})` : '',
    where ? ` where ${where}` : '',
  ].join('')

  return {
    name,
    table,
    unique,
    definition,
    source: definition,
    columns: [],
    valid: true,
    comment: comment ?? null,
  }
}
