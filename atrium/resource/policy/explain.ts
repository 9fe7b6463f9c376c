import type { LucidRow } from '@adonisjs/lucid/types/model'
import { identifier, sql } from '#atrium/model/main'

import Role from '../models/role.ts'
import type { Access } from './access.ts'
import { askPolicy } from './policy_method.ts'
import RoleGrant from '../models/role_grant.ts'
import { E_UNKNOWN_ACTION } from '../errors.ts'
import { formatFilter } from '../filter/format.ts'
import { ADMINISTRATOR, GUEST, MEMBER } from '../actor.ts'
import { keyOfRow } from '../writing/key_of_row.ts'
import { isWithinScope } from '../writing/lock_row.ts'

/** One step on the way to a verdict, in words. `holds` says whether it speaks for the action */
export type Reason = {
  kind: 'roles' | 'grants' | 'scope' | 'row' | 'method'
  holds: boolean
  text: string
}

/** Why an actor may do something, or may not */
export type Explanation = {
  allowed: boolean
  resource: string
  action: string

  /** The key of the row that was asked about */
  key: string | null
  reasons: Reason[]

  /** Fields and relations that the actor may read, and may set by this action */
  readable: string[]
  writable: string[]
}

/**
 * Says why an actor may do something with a resource or with one of its rows, or why not: which roles it
 * has, what they grant, which rows the policy lets the action reach, and what it says of this one.
 *
 * @throws E_UNKNOWN_ACTION the resource has no such action
 */
export async function explain(
  access: Access,
  action: string,
  row?: LucidRow
): Promise<Explanation> {
  const { resource } = access
  if (!resource.actionNames.includes(action)) {
    throw new E_UNKNOWN_ACTION([resource.name, action, resource.actionNames.join(', ')])
  }

  const reasons = [rolesOf(access), await grantsFor(access, action), scopeOf(access, action)]
  if (row) reasons.push(await placeOf(row, access, action), ...(await wordOf(row, access, action)))

  return {
    allowed: reasons.every(({ holds }) => holds),
    resource: resource.name,
    action,
    key: row ? keyOfRow(resource, row) : null,
    reasons,
    readable: [...access.readable],
    writable: action === 'create' || action === 'update' ? [...access.writable(action)] : [],
  }
}

function rolesOf({ actor }: Access): Reason {
  const implied: Record<string, string> = {
    [MEMBER]: ' (as everybody who is signed in)',
    [GUEST]: ' (as everybody)',
  }
  const roles = [...actor.roles].map((name) => name + (implied[name] ?? ''))
  return { kind: 'roles', holds: true, text: `The roles are ${roles.join(', ')}` }
}

async function grantsFor(access: Access, action: string): Promise<Reason> {
  const { resource, actor } = access
  const holds = access.isGranted(action)
  const said = (text: string): Reason => ({ kind: 'grants', holds, text })

  if (action === 'create' && resource.options.creatable === false) {
    return said(`Rows of ${resource.name} are made by programs only`)
  }
  if (actor.isAdministrator) {
    return said(`The role ${ADMINISTRATOR} may do everything that no policy refuses`)
  }
  if (!resource.policy) {
    return said(`${resource.name} has no policy: only the role ${ADMINISTRATOR} may use it`)
  }
  if (!holds) {
    const others = await rolesThatGrant(resource.name, action)
    return said(
      `None of these roles grants ${action} on ${resource.name}. ` +
        `${[ADMINISTRATOR, ...others].join(', ')} would`
    )
  }

  const grants = access.grantsOf(action).map(({ role, resource: on, action: what, fields }) => {
    const limits = fields ? `, for the fields ${fields.join(', ')}` : ''
    return `The role ${role} grants ${what} on ${on}${limits}`
  })
  return said(grants.join('. '))
}

async function rolesThatGrant(resource: string, action: string): Promise<string[]> {
  const { text, bindings } = sql`
    select distinct r.name from ${identifier(Role.table)} r
    join ${identifier(RoleGrant.table)} g on g.role_id = r.id
    where g.resource in ('*', ${resource}) and g.action in ('*', ${action})
      and r.name <> ${ADMINISTRATOR}
    order by 1`
  const { rows } = await Role.query().client.rawQuery(text, [...bindings])
  return rows.map(({ name }: { name: string }) => name)
}

function scopeOf(access: Access, action: string): Reason {
  const { policy } = access.resource
  const scope = access.policyScope(action)
  const said = (text: string): Reason => ({ kind: 'scope', holds: scope !== false, text })

  if (!policy) return said('There is no policy that limits the rows')

  const name = policy.constructor.name
  if (scope === true) return said(`${name} lets ${action} reach every row`)
  if (scope === false) return said(`${name} lets ${action} reach no row`)
  return said(`${name} lets ${action} reach rows where ${formatFilter(scope)}`)
}

/** Whether the row is one of those that the scope leaves. */
async function placeOf(row: LucidRow, access: Access, action: string): Promise<Reason> {
  const { resource } = access
  const { client } = resource.model.query({ client: row.$trx })
  const key = keyOfRow(resource, row)
  const holds = await isWithinScope({ access, client, resource }, action, key)
  return { kind: 'row', holds, text: `This row is ${holds ? '' : 'not '}among them` }
}

/** What the policy's own method says of the row, if it has one. */
async function wordOf(row: LucidRow, { resource, actor }: Access, action: string) {
  const answer = resource.policy && (await askPolicy(resource.policy, actor, action, row))
  if (!answer) return []

  const method = `${resource.policy!.constructor.name}.${action}`
  const words = answer.message ? `: ${answer.message}` : ''
  const text = `${method} ${answer.authorized ? 'allows' : 'refuses'} it${words}`
  return [{ kind: 'method', holds: answer.authorized, text } satisfies Reason]
}
