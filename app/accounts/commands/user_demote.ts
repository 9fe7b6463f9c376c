import { args, BaseCommand, flags } from '@adonisjs/core/ace'

import { showProblems } from './show_problems.ts'

/**
 * Takes a role from a user.
 */
export default class UserDemote extends BaseCommand {
  static commandName = 'user:demote'
  static description = 'Take a role from a user'
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
      const { id, username } = await changeRole(this.user, this.role, 'take')
      if (this.json) return this.logger.log(JSON.stringify({ id, username, role: this.role }))
      this.logger.success(`${username} no longer has the role ${this.role}`)
    } catch (error) {
      showProblems(this, error)
    }
  }
}
