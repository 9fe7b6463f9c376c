import { RoleCommand } from './role_command.ts'

/**
 * Takes a role from a user.
 */
export default class UserDemote extends RoleCommand {
  static commandName = 'user:demote'
  static description = 'Take a role from a user'

  readonly change = 'take'

  done(username: string) {
    return `${username} no longer has the role ${this.role}`
  }
}
