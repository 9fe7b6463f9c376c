import { RoleCommand } from './role_command.ts'

/**
 * Gives a user a role.
 */
export default class UserPromote extends RoleCommand {
  static commandName = 'user:promote'
  static description = 'Give a user a role'

  readonly change = 'give'

  done(username: string) {
    return `${username} has now the role ${this.role}`
  }
}
