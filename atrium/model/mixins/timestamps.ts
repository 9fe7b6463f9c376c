import type { DateTime } from 'luxon'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'

import { field } from '../field.ts'
import type { Model } from '../model.ts'

/**
 * Keeps when a row was made and when it was changed last.
 */
export function Timestamps<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  class TimestampedModel extends superclass {
    @field.timestamp({ autoCreate: true })
    declare createdAt: DateTime

    @field.timestamp({ autoCreate: true, autoUpdate: true })
    declare updatedAt: DateTime
  }

  return TimestampedModel
}
