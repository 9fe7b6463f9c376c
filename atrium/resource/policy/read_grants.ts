import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { type Sql, identifier, joined, sql } from '#atrium/model/main'

import Role from '../models/role.ts'
import RoleGrant from '../models/role_grant.ts'
import { type Grant, GUEST, MEMBER } from '../actor.ts'

type Found = { role: string; resource: string | null; action: string; fields: string[] | null }

/**
 * The roles of a user, with those that everybody has, and what they grant. One query.
 */
export async function readGrants(user: LucidRow | null, client?: QueryClientContract) {
  const implied = user ? [MEMBER, GUEST] : [GUEST]
  const connection = client ?? Role.query().client
  const { text, bindings } = statement(user, implied)
  const { rows } = await connection.rawQuery<{ rows: Found[] }>(text, [...bindings])

  return {
    roles: [...new Set([...rows.map(({ role }) => role), ...implied])],
    grants: rows.filter((row): row is Grant => row.resource !== null),
  }
}

function statement(user: LucidRow | null, implied: string[]) {
  const held = user && heldRoles(user)
  const names = joined(implied.map((name) => sql`${name}`))

  return sql`
    select r.name as role, g.resource, g.action, g.fields
    from ${identifier(Role.table)} r
    left join ${identifier(RoleGrant.table)} g on g.role_id = r.id
    where r.name in (${names})${held ? sql` or r.id in (${held})` : sql``}
    order by r.name, g.id`
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
