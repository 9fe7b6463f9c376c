import { type Sql, identifier, joined, sql } from '#atrium/model/main'

import type { Resource } from '../resource.ts'
import { keyParts } from '../reading/row_key.ts'
import { valueType } from '../reading/value_type.ts'

/** The order of the primary key. */
export function keyOrder(resource: Resource, alias: string): Sql {
  return joined(resource.key.map(({ column }) => identifier(alias, column)))
}

/** The rows that come after a key in this order. */
export function afterKey(resource: Resource, alias: string, key: string): Sql {
  const parts = keyParts(resource, key)
  if (!parts) return sql`false`

  const values = resource.key.map((field, i) => sql`${parts[i]}::${valueType(field)}`)
  return sql`(${keyOrder(resource, alias)}) > (${joined(values)})`
}
