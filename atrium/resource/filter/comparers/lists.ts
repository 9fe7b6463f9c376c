import { sql, type Sql } from '#atrium/model/main'
import type { ScalarKind } from '#atrium/model/main'

import type { Comparer } from './comparer.ts'

/** What arrays of each kind are arrays of: PostgreSQL compares no `varchar[]` with a `text[]` */
const TYPES: Partial<Record<ScalarKind, Sql>> = {
  string: sql`varchar[]`,
  text: sql`text[]`,
  integer: sql`integer[]`,
  bigint: sql`bigint[]`,
  decimal: sql`numeric[]`,
  float: sql`double precision[]`,
  boolean: sql`boolean[]`,
  uuid: sql`uuid[]`,
  inet: sql`inet[]`,
}

/**
 * Arrays: `:` is whether a value is one of those in them.
 *
 * @param of how one of the values is compared
 */
export function listComparer(kind: ScalarKind, of: Comparer): Comparer {
  const type = TYPES[kind]

  return {
    takes: of.takes,
    operators: [':'],
    compare(column, _, value, now) {
      const constant = type && of.constant?.(value)
      if (constant) return sql`${column} @> array[${constant}]::${type}`

      const isValue = of.compare(sql`item.value`, '=', value, now)
      return (
        isValue && sql`exists (select 1 from unnest(${column}) as item(value) where ${isValue})`
      )
    },
  }
}
