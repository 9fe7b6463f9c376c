import { BaseCommand, flags } from '@adonisjs/core/ace'

import { showProblems } from './show_problems.ts'

/**
 * Opens an account from the command line, usually the first administrator's.
 */
export default class UserCreate extends BaseCommand {
  static commandName = 'user:create'
  static description = 'Open an account: with --admin that of an administrator'
  static options = { startApp: true }
  static help = [
    'Asks for what is missing. The password is best typed when it is asked for, since flags',
    'stay in the history of the shell; scripts may give it as USER_PASSWORD.',
    'The email counts as verified.',
  ]

  @flags.string({ description: 'Username' })
  declare username?: string

  @flags.string({ description: 'Email' })
  declare email?: string

  @flags.string({ description: 'Password, of 8 characters at least' })
  declare password?: string

  @flags.boolean({ description: 'Give the role administrator' })
  declare admin: boolean

  @flags.array({ description: 'Roles to give, separated by commas' })
  declare roles?: string[]

  @flags.boolean({ description: 'Print the account, or what was wrong, as JSON' })
  declare json: boolean

  async run() {
    const { openAccount } = await import('./open_account.ts')
    const roles = [...(this.admin ? ['administrator'] : []), ...(this.roles ?? [])]

    try {
      const user = await openAccount(await this.#details(), roles)
      const { id, username, email } = user
      if (this.json) return this.logger.log(JSON.stringify({ id, username, email, roles }))

      const as = roles.length ? ` with the role ${roles.join(', ')}` : ''
      this.logger.success(`Opened the account of ${username} <${email}>${as}`)
    } catch (error) {
      showProblems(this, error)
    }
  }

  /** What was given, and where somebody sits at a terminal, what they answer. */
  async #details() {
    const mayAsk = process.stdin.isTTY && !this.json
    const ask = (given: string | undefined, question: () => Promise<string>) =>
      given ?? (mayAsk ? question() : undefined)

    return {
      username: await ask(this.username, () => this.prompt.ask('Username')),
      email: await ask(this.email, () => this.prompt.ask('Email')),
      password: await ask(this.password ?? process.env.USER_PASSWORD, () =>
        this.prompt.secure('Password')
      ),
    }
  }
}
