import type { DateTime } from 'luxon'
import { Model, expression, field } from '#atrium/model/main'

/**
 * Rows that somebody chose, as the server knows them: all that fit a filter at that time, or some by
 * their keys. Ends after a day.
 */
export default class Selection extends Model {
  static table = 'selections'

  @field.uuid({ primary: true })
  declare id: string

  @field.string({ max: 63 })
  declare resource: string

  /** Whose it is: the user's key as text */
  @field.text({ index: true })
  declare actor: string

  /** The filter, the search and the trash of the list, and keys that were taken in or left out */
  @field.json()
  declare query: {
    filter?: string
    search?: string
    trash?: 'only' | 'with'
    keys?: string[]
    except?: string[]
  }

  /** How many rows it held when it was made, and whether that was counted to the end */
  @field.bigint()
  declare count: bigint

  @field.boolean({ default: true })
  declare countIsExact: boolean

  /** A digest of the scope that the policy set then: another one by now is said */
  @field.string({ max: 64 })
  declare scope: string

  @field.timestamp({ default: expression('CURRENT_TIMESTAMP'), index: true })
  declare createdAt: DateTime
}
