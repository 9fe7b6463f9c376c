import type { LucidModel } from '@adonisjs/lucid/types/model'
import {
  Access,
  Actor,
  GUEST,
  explain,
  findHolder,
  rowByKey,
  type Explanation,
  type Resource,
} from '#atrium/resource/main'

import type { AdminConfig } from '../config.ts'
import type { AdminContext } from '../admin_context.ts'
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

  private constructor(
    protected admin: AdminContext,
    readonly asked: Asked
  ) {}

  /** Reads the question from an address and answers it. */
  static async of(query: Record<string, unknown>, admin: AdminContext) {
    const said = (name: keyof Asked) => String(query[name] ?? '').trim()
    const question = new ExplainedQuestion(admin, {
      user: said('user'),
      resource: said('resource'),
      action: said('action') || 'list',
      key: said('key'),
    })

    await question.#answer()
    question.users = await namesOfUsers(admin.config)
    return question
  }

  get resources(): Resource[] {
    const { reader, resources } = this.admin
    return resources
      .all()
      .sort((one, other) => one.labelPlural.localeCompare(other.labelPlural, reader.locale))
  }

  /** Actions of the resource that was chosen, or of all. */
  get actions(): string[] {
    const chosen = this.resources.filter(({ name }) => name === this.asked.resource)
    const all = chosen.length ? chosen : this.resources
    return [...new Set(all.flatMap(({ actionNames }) => actionNames))]
  }

  async #answer() {
    const { config, phrases, resources } = this.admin
    const { user, resource: name, action, key } = this.asked
    const holder =
      user && user !== GUEST ? await this.#try('user', () => findHolder(resources, user)) : null
    if (!user || holder === undefined) return

    this.name = holder ? config.nameOf(holder) : GUEST
    const resource = name ? await this.#try('resource', async () => resources.get(name)) : undefined
    if (!resource) return

    const row = key ? await this.#try('key', () => rowByKey(resource, key)) : null
    if (row === undefined) return

    const actor = await Actor.of(holder, { interface: 'admin' }).load()
    const access = Access.of(resource, actor)
    this.answer = await this.#try('action', () => explain(access, action, row ?? undefined))
    if (!this.answer) return

    for (const reason of this.answer.reasons) reason.text = phrases.say(reason.text)
    this.fields = explainedFields(access)
  }

  /** What was asked for, or undefined and a problem at the field that named it. */
  async #try<Result>(field: keyof Asked, work: () => Promise<Result>) {
    try {
      return await work()
    } catch (error) {
      if (!String((error as { code?: string }).code).startsWith('E_')) throw error
      this.problem = { field, message: this.admin.phrases.translate(error as Error).message }
    }
  }
}

async function namesOfUsers({ users, nameOf }: AdminConfig) {
  const { default: model }: { default: LucidModel } = await users()
  const found = await model.query().orderBy(model.primaryKey).limit(OFFERED)
  return found.map((user) => nameOf(user)).sort((one, other) => one.localeCompare(other))
}
