import { args, BaseCommand, flags } from '@adonisjs/core/ace'

import { showProblems } from './show_problems.ts'

/**
 * Gives a user a role.
 */
export default class UserPromote extends BaseCommand {
  static commandName = 'user:promote'
  static description = 'Give a user a role'
  static options = { startApp: true }

  @args.string({ description: 'Key, username or email of the user' })
  declare user: string

  @args.string({ description: 'Name of the role, such as editor' })
  declare role: string

  @flags.boolean({ description: 'Print the account, or what was wrong, as JSON' })
  declare json: boolean

  async run() {
    const { changeRole } = await import('./change_role.ts')

    try {
      const { id, username } = await changeRole(this.user, this.role, 'give')
      if (this.json) return this.logger.log(JSON.stringify({ id, username, role: this.role }))
      this.logger.success(`${username} has now the role ${this.role}`)
    } catch (error) {
      showProblems(this, error)
    }
  }
}
