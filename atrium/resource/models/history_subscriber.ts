import type { DateTime } from 'luxon'
import { Model, field } from '#atrium/model/main'

/**
 * How far somebody who wants to hear of changes has got in the history. It moves on only when they were
 * told, so that a crash loses none.
 */
export default class HistorySubscriber extends Model {
  static table = 'history_subscribers'

  @field.string({ max: 100, primary: true })
  declare name: string

  /** The transaction, and the entry in it, that they heard of last */
  @field.bigint()
  declare transactionId: bigint

  @field.bigint()
  declare entryId: bigint

  @field.timestamp({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
