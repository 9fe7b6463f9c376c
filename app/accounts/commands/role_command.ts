import { args, BaseCommand, flags } from '@adonisjs/core/ace'

import { showProblems } from './show_problems.ts'

/**
 * A command that changes which roles a user has.
 */
export abstract class RoleCommand extends BaseCommand {
  static options = { startApp: true }

  @args.string({ description: 'Key, username or email of the user' })
  declare user: string

  @args.string({ description: 'Name of the role, such as editor' })
  declare role: string

  @flags.boolean({ description: 'Print the account, or what was wrong, as JSON' })
  declare json: boolean

  /** What it does with the role. */
  abstract readonly change: 'give' | 'take'

  /** What it says when that is done. */
  abstract done(username: string): string

  async run() {
    const { changeRole } = await import('./change_role.ts')

    try {
      const { id, username } = await changeRole(this.user, this.role, this.change)
      if (this.json) return this.logger.log(JSON.stringify({ id, username, role: this.role }))
      this.logger.success(this.done(username))
    } catch (error) {
      showProblems(this, error)
    }
  }
}
