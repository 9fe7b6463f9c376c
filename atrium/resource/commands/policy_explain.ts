import { args, BaseCommand, flags } from '@adonisjs/core/ace'

import type { Explanation } from '../policy/explain.ts'

/**
 * Says why a user may do something with a resource, or may not.
 */
export default class PolicyExplain extends BaseCommand {
  static commandName = 'policy:explain'
  static description = 'Say why a user may do something with a resource, or may not'
  static options = { startApp: true }
  static help = [
    'Ends with 0 when the user may, and with 1 when not or when the question is wrong.',
    'The user is named by key, username or email; "guest" is whoever is not signed in:',
    '  {{ binaryName }} policy:explain mira update articles 7',
  ]

  @args.string({ description: 'Key, username or email of the user, or guest' })
  declare user: string

  @args.string({ description: 'Such as list, show, create, update, delete, or one of its own' })
  declare action: string

  @args.string({ description: 'Name of the resource' })
  declare resource: string

  @args.string({ description: 'Key of one row', required: false })
  declare id?: string

  @flags.boolean({ description: 'Print the answer as JSON' })
  declare json: boolean

  async run() {
    const { resources } = await import('../registry.ts')
    const { explain } = await import('../policy/explain.ts')
    const { Access } = await import('../policy/access.ts')
    const { rowByKey } = await import('../policy/row_by_key.ts')

    try {
      const resource = resources.get(this.resource)
      const actor = await this.#actor()
      const row = this.id === undefined ? undefined : await rowByKey(resource, this.id)
      const answer = await explain(Access.of(resource, actor), this.action, row)
      this.exitCode = answer.allowed ? 0 : 1
      this.#print(answer)
    } catch (error: any) {
      if (!error.code?.startsWith('E_')) throw error
      this.logger.logError(`${error.code}: ${error.message}`)
      this.exitCode = 1
    }
  }

  async #actor() {
    const { Actor, GUEST } = await import('../actor.ts')
    const { resources } = await import('../registry.ts')
    const { findHolder } = await import('../policy/find_holder.ts')

    const options = { interface: 'console' }
    if (this.user === GUEST) return Actor.guest(options).load()
    return Actor.of(await findHolder(resources, this.user), options).load()
  }

  #print(answer: Explanation) {
    if (this.json) return this.logger.log(JSON.stringify(answer, null, 2))

    const { allowed, action, resource, key, reasons, readable, writable } = answer
    const row = key === null ? '' : ` ${key}`
    const verdict = allowed ? this.colors.green('Yes') : this.colors.red('No')
    this.logger.log(
      `${verdict}: ${this.user} ${allowed ? 'may' : 'may not'} ${action} ${resource}${row}`
    )

    for (const { holds, text } of reasons) this.logger.log(`  ${holds ? '+' : '-'} ${text}`)
    if (!allowed) return

    this.logger.log(`  Readable: ${readable.join(', ') || 'nothing'}`)
    if (writable.length) this.logger.log(`  Writable: ${writable.join(', ')}`)
  }
}
