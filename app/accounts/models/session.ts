import type { DateTime } from 'luxon'
import { Model, expression, field } from '#atrium/model/main'

import User from './user.ts'

/**
 * The table of the browsers in which people are signed in. `SessionStore` reads and writes it.
 */
export default class Session extends Model {
  /** A digest of the id that the browser has */
  @field.text({ primary: true })
  declare id: string

  @field.foreignKey(() => User, { nullable: true, onDelete: 'cascade' })
  declare userId: number | null

  @field.text({ hidden: true, guarded: true })
  declare data: string

  @field.inet({ nullable: true })
  declare ipAddress: string | null

  @field.text({ nullable: true })
  declare userAgent: string | null

  @field.timestamp({ autoCreate: true })
  declare createdAt: DateTime

  @field.timestamp({ default: expression('CURRENT_TIMESTAMP') })
  declare lastSeenAt: DateTime

  @field.timestamp({ index: true })
  declare expiresAt: DateTime
}
