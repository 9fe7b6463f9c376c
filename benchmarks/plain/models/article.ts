import type { DateTime } from 'luxon'
import { BaseModel, belongsTo, column, hasMany, manyToMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany, ManyToMany } from '@adonisjs/lucid/types/relations'

import Tag from './tag.ts'
import User from './user.ts'
import Comment from './comment.ts'

export default class Article extends BaseModel {
  /** The columns that an application of this size would have: ours has two large ones more. */
  static own = [
    'id',
    'author_id',
    'slug',
    'title',
    'description',
    'body',
    'published_at',
    'created_at',
    'updated_at',
  ]

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare authorId: number

  @column()
  declare slug: string

  @column()
  declare title: string

  @column()
  declare description: string

  @column()
  declare body: string

  @column.dateTime()
  declare publishedAt: DateTime | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @belongsTo(() => User, { foreignKey: 'authorId' })
  declare author: BelongsTo<typeof User>

  @manyToMany(() => Tag, { pivotTable: 'article_tags' })
  declare tags: ManyToMany<typeof Tag>

  @manyToMany(() => User, { pivotTable: 'favorites' })
  declare favoritedBy: ManyToMany<typeof User>

  @hasMany(() => Comment)
  declare comments: HasMany<typeof Comment>
}
