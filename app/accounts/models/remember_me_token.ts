import type { DateTime } from 'luxon'
import { Model, field } from '#atrium/model/main'

import User from './user.ts'

/**
 * The table of the tokens by which browsers are remembered. `RememberMeTokens` reads and writes it.
 */
export default class RememberMeToken extends Model {
  @field.id()
  declare id: number

  @field.foreignKey(() => User, { onDelete: 'cascade' })
  declare tokenableId: number

  @field.text({ unique: true, hidden: true, guarded: true })
  declare hash: string

  @field.timestamp()
  declare createdAt: DateTime

  @field.timestamp()
  declare updatedAt: DateTime

  @field.timestamp()
  declare expiresAt: DateTime
}
