import { DateTime } from 'luxon'
import { Model, field } from '#atrium/model/main'

/**
 * That somebody acted as somebody else: who, as whom, why, and from when to when. Both are kept by key
 * and by name, so that they can be told when they are gone.
 */
export default class ImpersonationRecord extends Model {
  static table = 'admin_impersonations'

  @field.id()
  declare id: number

  @field.text()
  declare impersonatorId: string

  /** Who acted */
  @field.text()
  declare impersonator: string

  @field.text({ index: true })
  declare userId: string

  /** As whom */
  @field.text()
  declare actedAs: string

  @field.string({ max: 500 })
  declare reason: string

  @field.timestamp({ index: true })
  declare beganAt: DateTime

  @field.timestamp({ help: 'When it ended, or will at the latest' })
  declare endsAt: DateTime

  /** Whether it goes on. */
  get isOpen() {
    return this.endsAt > DateTime.utc()
  }

  /** Ends it now, where it goes on. */
  async close() {
    if (!this.isOpen) return

    this.endsAt = DateTime.utc()
    await this.save()
  }
}
