import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { Model, Recorded, field, index, type Decimal } from '#atrium/model/main'

import Reporter from './reporter.ts'

/**
 * A row of a large table, as narrow as tables of ten million rows are, with the indexes that somebody
 * who looks at it in an admin would give it.
 */
export default class Entry extends compose(Model, Recorded) {
  static table = 'bench_entries'

  @field.id()
  declare id: number

  @field.string({ max: 60 })
  declare title: string

  @field.enum(['open', 'waiting', 'done'])
  declare status: 'open' | 'waiting' | 'done'

  @field.foreignKey(() => Reporter)
  declare reporterId: number

  @field.decimal({ precision: 10, scale: 2 })
  declare amount: Decimal

  @field.integer({ nullable: true })
  declare score: number | null

  @field.timestamp()
  declare createdAt: DateTime

  @field.generated({ type: 'tsvector', as: `to_tsvector('simple', title)`, read: false })
  declare search: undefined

  @belongsTo(() => Reporter)
  declare reporter: BelongsTo<typeof Reporter>

  static indexes = [
    index<Entry>(['createdAt desc', 'id desc']),
    index<Entry>(['status', 'createdAt desc', 'id desc']),
    index<Entry>(['score', 'id']),
    index<Entry>(['search'], { method: 'gin' }),
  ]
}
