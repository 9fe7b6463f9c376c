import { identifier, joined, sql, type Sql } from '#atrium/model/main'

import { allOf } from './conditions.ts'
import { keySql } from './row_key.ts'
import { notDeleted } from './trash.ts'
import { Access } from '../policy/access.ts'
import type { ResourceRelation } from '../resource_relation.ts'

/** The alias of the rows that a statement reads */
export const ROWS = 't'

type Join = { alias: string; access: Access; relation: ResourceRelation }

/**
 * The rows on the other side of to-one relations, as far as the actor may see them: what it may not see
 * is as if it was not there. Each relation is joined once, whoever needs it.
 */
export class Joins {
  readonly #joins = new Map<string, Join>()

  constructor(readonly access: Access) {}

  /** Joins a relation. Undefined when the actor may read none of this name, or it leads to many. */
  to(name: string): Join | undefined {
    const known = this.#joins.get(name)
    if (known) return known

    const found = this.access.relation(name)
    if (!found || found.relation.isMany) return undefined

    const join = {
      alias: `to_${this.#joins.size}`,
      access: Access.of(found.relation.target, this.access.actor),
      relation: found.relation,
    }
    this.#joins.set(name, join)
    return join
  }

  get sql(): Sql {
    return joined(Array.from(this.#joins.values(), joinSql), ' ')
  }
}

function joinSql({ alias, access, relation }: Join) {
  const condition = allOf([
    sql`${identifier(alias, relation.targetColumn)} = ${identifier(ROWS, relation.localColumn)}`,
    access.rowsSql(alias),
    notDeleted(access.resource, alias),
  ])
  return sql`left join ${identifier(access.resource.table)} ${identifier(alias)} on ${condition!}`
}

/** What people know a row by, as SQL: its title if they may read that and it is not blank, or else its key. */
export function titleSql(access: Access, alias: string): Sql {
  const key = keySql(access.resource, alias)
  const title = titleField(access)
  return title
    ? sql`coalesce(nullif(btrim(${identifier(alias, title.column)}::text), ''), ${key})`
    : key
}

/** The field that people know rows by, if the actor may read it. */
export function titleField({ resource, readable }: Access) {
  const { title } = resource
  return title && readable.has(title.name) ? title : undefined
}
