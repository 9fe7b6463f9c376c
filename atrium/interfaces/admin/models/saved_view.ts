import type { DateTime } from 'luxon'
import { Model, field, index } from '#atrium/model/main'

/**
 * A list as somebody set it up: filter, search, order and columns, under a name.
 */
export default class SavedView extends Model {
  static table = 'admin_saved_views'

  @field.id()
  declare id: number

  @field.string({ max: 63 })
  declare resource: string

  /** Whose it is: the user's key as text */
  @field.text()
  declare actor: string

  @field.string({ max: 80 })
  declare name: string

  /** The query of the list's address */
  @field.json()
  declare query: Record<string, string>

  /** The role whose holders see it too */
  @field.string({ max: 60, nullable: true })
  declare sharedWith: string | null

  /** The list opens with it, for whoever sees it */
  @field.boolean({ default: false })
  declare isDefault: boolean

  @field.timestamp({ autoCreate: true })
  declare createdAt: DateTime

  static indexes = [index<SavedView>(['resource', 'actor', 'name'], { unique: true })]
}
