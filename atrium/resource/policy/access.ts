import string from '@adonisjs/core/helpers/string'
import { type Sql, sql } from '#atrium/model/main'
import type { LucidRow } from '@adonisjs/lucid/types/model'

import type { Actor, Grant } from '../actor.ts'
import { askPolicy } from './policy_method.ts'
import { E_NOT_ALLOWED } from '../errors.ts'
import { compileFilter } from '../filter/compile.ts'
import type { FilterNode } from '../filter/types.ts'
import { type FilterTarget, unrestricted } from '../filter/target.ts'
import type { Scope } from './policy.ts'
import { readableNames } from './readable.ts'
import type { Resource } from '../resource.ts'
import { writableNames } from './writable.ts'

const accesses = new WeakMap<Actor, Map<Resource, Access>>()

/**
 * What one actor may do with one resource. Allowed is what some role of the actor grants and the policy
 * does not refuse; without a policy only administrators are allowed anything. The actor is loaded before.
 */
export class Access implements FilterTarget {
  readonly #scopes = new Map<string, Scope>()
  readonly #writable = new Map<string, ReadonlySet<string>>()
  #readable?: ReadonlySet<string>

  private constructor(
    readonly resource: Resource,
    readonly actor: Actor
  ) {}

  /** What the actor may do with the resource. Asked again, the answer is the same object. */
  static of(resource: Resource<any>, actor: Actor): Access {
    const ofActor = accesses.get(actor) ?? new Map<Resource, Access>()
    accesses.set(actor, ofActor)

    const access = ofActor.get(resource) ?? new Access(resource, actor)
    ofActor.set(resource, access)
    return access
  }

  /** Whether the actor may do this with any row at all. */
  may(action: string): boolean {
    return this.isGranted(action) && this.policyScope(action) !== false
  }

  /** @throws E_NOT_ALLOWED the actor may do this with no row */
  require(action: string) {
    if (!this.may(action)) throw this.refusal(action)
  }

  /** @throws E_NOT_ALLOWED the actor may not set one of these fields and relations */
  requireFields(action: 'create' | 'update', names: string[]) {
    const writable = this.writable(action)
    const refused = names.filter((name) => !writable.has(name))
    if (refused.length) throw this.refusal(`set ${refused.join(' and ')} of`)
  }

  /** Whether a role gives the right, before the policy has its say. */
  isGranted(action: string): boolean {
    if (action === 'create' && this.resource.options.creatable === false) return false
    if (this.#isWithheld(action)) return false
    if (this.actor.isAdministrator) return true
    return this.resource.policy !== undefined && this.grantsOf(action).length > 0
  }

  /** Whoever acts as somebody else leaves alone what gives access, and what is dangerous. */
  #isWithheld(action: string) {
    const { options, actions } = this.resource
    const isReading = action === 'list' || action === 'show'
    return (
      this.actor.options.impersonator !== undefined &&
      ((options.sensitive && !isReading) || actions[action]?.dangerous === true)
    )
  }

  /** What the actor's roles grant of an action here. */
  grantsOf(...actions: string[]): Grant[] {
    return this.actor.grants.filter(
      (grant) =>
        (grant.resource === '*' || grant.resource === this.resource.name) &&
        (grant.action === '*' || actions.includes(grant.action))
    )
  }

  /** What the policy says of the rows that an action may reach. */
  policyScope(action: string): Scope {
    const known = this.#scopes.get(action)
    if (known !== undefined) return known

    const scope = this.resource.policy?.scope(this.actor, action) ?? true
    this.#scopes.set(action, scope)
    return scope
  }

  /**
   * Which rows the action may reach, as a filter; null when it may reach all.
   *
   * @throws E_NOT_ALLOWED it may reach none
   */
  scope(action: string): FilterNode | null {
    this.require(action)
    const scope = this.policyScope(action)
    return typeof scope === 'boolean' ? null : scope
  }

  /** The rows that an action may reach, as a condition on a table of this alias; undefined for all. */
  rowsSql(alias: string, action = 'list'): Sql | undefined {
    if (!this.may(action)) return sql`false`

    const scope = this.scope(action)
    return scope ? compileFilter(scope, unrestricted(this.resource, this.actor), alias) : undefined
  }

  /** Names of the fields and relations that the actor may read. */
  get readable(): ReadonlySet<string> {
    return (this.#readable ??= readableNames(this))
  }

  /** Names of the fields and relations that the actor may set. */
  writable(action: 'create' | 'update'): ReadonlySet<string> {
    const known = this.#writable.get(action)
    if (known) return known

    const names = writableNames(this, action)
    this.#writable.set(action, names)
    return names
  }

  /**
   * Asks everything that can be asked without the database: roles, grants, and the policy about the row.
   *
   * @throws E_NOT_ALLOWED with the words of the policy, where it has any
   */
  async authorize(action: string, row?: LucidRow) {
    this.require(action)
    const { policy } = this.resource
    const answer = policy && (await askPolicy(policy, this.actor, action, row))
    if (!answer || answer.authorized) return

    throw this.refusal(action, answer.message)
  }

  /** What is thrown when the actor may not. Answers name the kind of row by its `resource`. */
  refusal(action: string, message?: string) {
    const { name, description } = this.resource
    const error = new E_NOT_ALLOWED([action, name])
    const resource = string.camelCase(description.name)
    return Object.assign(error, { resource, ...(message && { message }) })
  }

  /** A field that filters, orders and facets may name. */
  field(name: string) {
    return this.readable.has(name) ? this.resource.fields.get(name) : undefined
  }

  /** A relation that filters may lead through. */
  relation(name: string) {
    const relation = this.readable.has(name) ? this.resource.relations.get(name) : undefined
    return relation && { relation, target: Access.of(relation.target, this.actor) }
  }
}
