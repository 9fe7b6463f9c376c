import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'

import { Access } from './access.ts'
import type { Actor } from '../actor.ts'
import type { Resource } from '../resource.ts'
import { isWithinScope } from '../writing/lock_row.ts'
import { keyOfRow } from '../writing/key_of_row.ts'
import { type ResourceRegistry, resources } from '../registry.ts'
import { E_NOT_ALLOWED, E_UNKNOWN_ACTION, E_UNKNOWN_RESOURCE } from '../errors.ts'

/** A row; a model, which stands for a new row of whoever acts; or a resource by name, for any row at all */
export type Subject = LucidRow | LucidModel | string

/**
 * Asks whether whoever acts may do something: what their roles grant, which rows the policy lets the
 * action reach, and what the policy says of the row. Controllers that write by themselves ask it first.
 *
 * ```ts
 * await gate.authorize('publish', article)
 * await gate.authorize('create', Article)
 * if (await gate.allows('create', 'articles')) { ... }
 * ```
 *
 * Roles and grants are read at the first question, in one query. Reading for nobody asks nothing.
 */
export class Gate {
  readonly #whoActs: () => Actor
  readonly #registry: ResourceRegistry
  #actor?: Promise<Actor>

  constructor(whoActs: () => Actor, registry = resources) {
    this.#whoActs = whoActs
    this.#registry = registry
  }

  /**
   * @param fields the fields and relations that are to be set
   * @throws E_NOT_ALLOWED with the words of the policy, where it has any
   * @throws E_UNKNOWN_ACTION the resource has no such action
   */
  async authorize(action: string, subject: Subject, fields: string[] = []) {
    const access = await this.#accessTo(subject)
    const { actionNames, name } = access.resource
    if (!actionNames.includes(action)) {
      throw new E_UNKNOWN_ACTION([name, action, actionNames.join(', ')])
    }

    access.require(action)
    if (typeof subject !== 'string')
      await this.#authorizeRow(access, action, rowOf(subject, access))
    if (fields.length) access.requireFields(action as 'create' | 'update', fields)
  }

  /** Whether `authorize` would let it pass. */
  async allows(action: string, subject: Subject, fields?: string[]): Promise<boolean> {
    try {
      await this.authorize(action, subject, fields)
      return true
    } catch (error) {
      if (error instanceof E_NOT_ALLOWED) return false
      throw error
    }
  }

  /** Whoever acts, with their roles and grants. */
  actor(): Promise<Actor> {
    return (this.#actor ??= this.#whoActs().load())
  }

  async #accessTo(subject: Subject): Promise<Access> {
    return Access.of(this.#resourceOf(subject), await this.actor())
  }

  #resourceOf(subject: Subject): Resource {
    if (typeof subject === 'string') return this.#registry.get(subject)

    const model = isModel(subject) ? subject : (subject.constructor as LucidModel)
    const resource = this.#registry.of(model)
    if (!resource) throw new E_UNKNOWN_RESOURCE([model.name])
    return resource
  }

  async #authorizeRow(access: Access, action: string, row: LucidRow) {
    await access.authorize(action, row)
    if (!row.$isPersisted) return

    const { resource } = access
    const { client } = resource.model.query({ client: row.$trx })
    if (!(await isWithinScope({ access, client, resource }, action, keyOfRow(resource, row)))) {
      throw access.refusal(action)
    }
  }
}

function isModel(subject: LucidRow | LucidModel): subject is LucidModel {
  return typeof subject === 'function'
}

/** A new row begins as the policy says that one of this actor does. */
function rowOf(subject: LucidRow | LucidModel, { resource, actor }: Access): LucidRow {
  return isModel(subject) ? new subject().merge(resource.policy?.preset(actor) ?? {}) : subject
}
