import type { DateTime } from 'luxon'
import { User } from '#app/accounts/public'
import { Model, field } from '#atrium/model/main'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

import Article from './article.ts'

/**
 * What somebody says about an article, in a small Markdown.
 */
export default class Comment extends Model {
  @field.id()
  declare id: number

  @field.foreignKey(() => Article)
  declare articleId: number

  @field.foreignKey(() => User)
  declare authorId: number

  @column()
  declare body: string

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @belongsTo(() => Article)
  declare article: BelongsTo<typeof Article>

  @belongsTo(() => User, { foreignKey: 'authorId' })
  declare author: BelongsTo<typeof User>
}
