import type { LucidRow } from '@adonisjs/lucid/types/model'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Operation } from '#atrium/model/main'

import { readGrants } from './policy/read_grants.ts'
import { E_ACTOR_NOT_LOADED } from './errors.ts'

/** What one role lets its holders do: an action of a resource, `*` for all of them */
export type Grant = { role: string; resource: string; action: string; fields: string[] | null }

export type ActorOptions = {
  /** Through what the actor acts: `admin`, `rest`, `console` */
  interface?: string

  /** Who acts as this user, with its permission, as `{ id, label, reason }` */
  impersonator?: { id: string; label: string; reason?: string }

  /** The zone that days begin in, such as `Europe/Berlin`. UTC unless said */
  zone?: string
}

/** The role of those who may do everything */
export const ADMINISTRATOR = 'administrator'

/** The role of whoever is signed in, and that of everybody */
export const MEMBER = 'member'
export const GUEST = 'guest'

/**
 * Whoever asks for something: a user, or nobody in particular, through some interface. Roles and what
 * they grant are read once, by `load`.
 */
export class Actor {
  #roles?: ReadonlySet<string>
  #grants?: Grant[]

  private constructor(
    readonly user: LucidRow | null,
    readonly options: ActorOptions = {}
  ) {}

  /** A user who acts. */
  static of(user: LucidRow | null | undefined, options?: ActorOptions) {
    return new Actor(user ?? null, options)
  }

  /** Whoever is not signed in. */
  static guest(options?: ActorOptions) {
    return new Actor(null, options)
  }

  /** The program itself: it may do everything that a policy does not refuse administrators. */
  static system(options: ActorOptions = { interface: 'console' }) {
    const actor = new Actor(null, options)
    actor.#roles = new Set([ADMINISTRATOR, MEMBER, GUEST])
    actor.#grants = []
    return actor
  }

  /** The user's key as text; null for a guest and for the program. */
  get id(): string | null {
    return this.user ? String(this.user.$primaryKeyValue) : null
  }

  /** Reads roles and grants, once, in one query. */
  async load(client?: QueryClientContract): Promise<this> {
    if (this.#grants) return this

    const { roles, grants } = await readGrants(this.user, client)
    this.#roles = new Set(roles)
    this.#grants = grants
    return this
  }

  /** @throws E_ACTOR_NOT_LOADED */
  get roles(): ReadonlySet<string> {
    if (!this.#roles) throw new E_ACTOR_NOT_LOADED()
    return this.#roles
  }

  /** @throws E_ACTOR_NOT_LOADED */
  get grants(): readonly Grant[] {
    if (!this.#grants) throw new E_ACTOR_NOT_LOADED()
    return this.#grants
  }

  /** Whether the actor has one of these roles. Administrators have their own role, not all. */
  hasRole(...names: string[]) {
    return names.some((name) => this.roles.has(name))
  }

  get isAdministrator() {
    return this.roles.has(ADMINISTRATOR)
  }

  /** What the history keeps of a change that this actor makes. */
  operation(more: Partial<Operation> = {}): Operation {
    const { interface: through, impersonator } = this.options
    return {
      ...(this.id !== null && { actor: this.id }),
      interface: through ?? 'code',
      ...(impersonator && { impersonator }),
      ...more,
    }
  }
}
