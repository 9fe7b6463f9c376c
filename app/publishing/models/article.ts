import type { DateTime } from 'luxon'
import { User } from '#app/accounts/public'
import { Model, field } from '#atrium/model/main'
import { belongsTo, column, hasMany, manyToMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany, ManyToMany } from '@adonisjs/lucid/types/relations'

import Tag from './tag.ts'
import Comment from './comment.ts'

/**
 * A piece of writing by one author. Drafts, which have no date of publication, are seen by their
 * author only.
 */
export default class Article extends Model {
  @field.id()
  declare id: number

  @field.foreignKey(() => User)
  declare authorId: number

  @column()
  declare slug: string

  @column()
  declare title: string

  @column()
  declare description: string

  /** The Markdown as it was written */
  @column()
  declare body: string

  /** The body rendered and sanitised, by the renderer of `rendererVersion` */
  @column()
  declare bodyHtml: string

  @column()
  declare rendererVersion: number

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

  @hasMany(() => Comment)
  declare comments: HasMany<typeof Comment>

  get isPublished() {
    return this.publishedAt !== null
  }
}
