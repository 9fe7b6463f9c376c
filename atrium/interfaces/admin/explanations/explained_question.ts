import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import {
  Access,
  Actor,
  GUEST,
  explain,
  findHolder,
  resources,
  rowByKey,
  type Explanation,
  type Resource,
} from '#atrium/resource/main'

import type { AdminConfig } from '../config.ts'
import { explainedFields, type ExplainedField } from './explained_fields.ts'

type Asked = { user: string; resource: string; action: string; key: string }

/** Users that are offered to choose from: whoever is not among them is typed */
const OFFERED = 100

/**
 * Somebody's question why a user may do something, with its answer once it is complete.
 */
export class ExplainedQuestion {
  /** Where the question is wrong, and what to do */
  problem?: { field: keyof Asked; message: string }
  answer?: Explanation
  fields: ExplainedField[] = []

  /** Whom it is about */
  name = ''

  /** Their names, to choose from */
  users: string[] = []

  private constructor(readonly asked: Asked) {}

  /** Reads the question from an address and answers it. */
  static async of(query: Record<string, unknown>, config: AdminConfig) {
    const said = (name: keyof Asked) => String(query[name] ?? '').trim()
    const question = new ExplainedQuestion({
      user: said('user'),
      resource: said('resource'),
      action: said('action') || 'list',
      key: said('key'),
    })

    await question.#answer(config)
    question.users = await namesOfUsers(config)
    return question
  }

  get resources(): Resource[] {
    return resources.all().sort((one, other) => one.labelPlural.localeCompare(other.labelPlural))
  }

  /** Actions of the resource that was chosen, or of all. */
  get actions(): string[] {
    const chosen = this.resources.filter(({ name }) => name === this.asked.resource)
    const all = chosen.length ? chosen : this.resources
    return [...new Set(all.flatMap(({ actionNames }) => actionNames))]
  }

  async #answer(config: AdminConfig) {
    const { user, resource: name, action, key } = this.asked
    const holder = user && user !== GUEST ? await this.#try('user', () => holderOf(user)) : null
    if (!user || holder === undefined) return

    this.name = holder ? config.nameOf(holder) : GUEST
    const resource = name ? await this.#try('resource', async () => resources.get(name)) : undefined
    if (!resource) return

    const row = key ? await this.#try('key', () => rowByKey(resource, key)) : null
    if (row === undefined) return

    const actor = await Actor.of(holder, { interface: 'admin' }).load()
    const access = Access.of(resource, actor)
    this.answer = await this.#try('action', () => explain(access, action, row ?? undefined))
    if (this.answer) this.fields = explainedFields(access)
  }

  /** What was asked for, or undefined and a problem at the field that named it. */
  async #try<Result>(field: keyof Asked, work: () => Promise<Result>) {
    try {
      return await work()
    } catch (error) {
      if (!String((error as { code?: string }).code).startsWith('E_')) throw error
      this.problem = { field, message: (error as Error).message }
    }
  }
}

function holderOf(text: string): Promise<LucidRow> {
  return findHolder(resources, text)
}

async function namesOfUsers({ users, nameOf }: AdminConfig) {
  const { default: model }: { default: LucidModel } = await users()
  const found = await model.query().orderBy(model.primaryKey).limit(OFFERED)
  return found.map((user) => nameOf(user)).sort((one, other) => one.localeCompare(other))
}
