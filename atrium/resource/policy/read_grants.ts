import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { type Sql, identifier, joined, sql, statementName } from '#atrium/model/main'

import Role from '../models/role.ts'
import RoleGrant from '../models/role_grant.ts'
import { type Grant, GUEST, MEMBER } from '../actor.ts'

/** A role, and what it grants: resource, action and fields of each */
type Found = { role: string; grants: [string, string, string[] | null][] | null }

/**
 * The roles of a user, with those that everybody has, and what they grant. One query.
 */
export async function readGrants(user: LucidRow | null, client?: QueryClientContract) {
  const implied = user ? [MEMBER, GUEST] : [GUEST]
  const connection = client ?? Role.query().client
  const { text, bindings } = statement(user, implied)
  const query = connection.rawQuery<{ rows: Found[] }>(text, [...bindings])
  /* Most requests of people who are signed in ask this. */
  query.knexQuery.options({ name: statementName(text) })
  const { rows } = await query

  return {
    roles: [...new Set([...rows.map(({ role }) => role), ...implied])],
    grants: rows.flatMap(grantsOf),
  }
}

function grantsOf({ role, grants }: Found): Grant[] {
  return (grants ?? []).map(([resource, action, fields]) => ({ role, resource, action, fields }))
}

function statement(user: LucidRow | null, implied: string[]) {
  const held = user && heldRoles(user)
  const always = joined(implied.map((name) => sql`${name}`))

  return sql`
    select r.name as role, (
      select json_agg(json_build_array(g.resource, g.action, g.fields) order by g.id)
      from ${identifier(RoleGrant.table)} g where g.role_id = r.id
    ) as grants
    from ${identifier(Role.table)} r
    where r.name in (${always})${held ? sql` or r.id in (${held})` : sql``}
    order by r.name`
}

/** The keys of the roles that were given to the user, if its model has any. */
function heldRoles(user: LucidRow): Sql | undefined {
  const model = user.constructor as LucidModel
  if (!model.$hasRelation('roles')) return undefined

  const relation = model.$getRelation('roles') as any
  relation.boot()
  return sql`
    select ${identifier(relation.pivotRelatedForeignKey)} from ${identifier(relation.pivotTable)}
    where ${identifier(relation.pivotForeignKey)} = ${user.$primaryKeyValue}`
}
