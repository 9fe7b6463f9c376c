import type { DateTime } from 'luxon'
import { User } from '#app/accounts/public'
import { compose } from '@adonisjs/core/helpers'
import { Model, Recorded, SoftDeletes, field, index, onBehalfSql, sql } from '#atrium/model/main'
import { E_RESOURCE_NOT_FOUND } from '#app/web/public'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

import Article from './article.ts'
import { run } from '../reading/run.ts'
import type { Person } from './person.ts'
import { isVisibleTo } from '../reading/article_conditions.ts'

/**
 * What somebody says about an article, in a small Markdown. One that is taken back stays in the trash,
 * where editors find it.
 */
export default class Comment extends compose(Model, Recorded, SoftDeletes) {
  @field.id()
  declare id: number

  @field.foreignKey(() => Article, { index: false, onDelete: 'cascade' })
  declare articleId: number

  @field.foreignKey(() => User, { onDelete: 'cascade' })
  declare authorId: number

  @field.text({ max: 10_000, trim: true })
  declare body: string

  @field.timestamp({ autoCreate: true })
  declare createdAt: DateTime

  @field.timestamp({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @belongsTo(() => Article)
  declare article: BelongsTo<typeof Article>

  @belongsTo(() => User, { foreignKey: 'authorId' })
  declare author: BelongsTo<typeof User>

  static indexes = [index<Comment>(['articleId', 'id'], { where: 'deleted_at is null' })]

  /**
   * Adds what somebody says about an article that they may see. One statement finds the article
   * and keeps the comment, as programs post many.
   *
   * @throws E_RESOURCE_NOT_FOUND there is no such article, or it is somebody else's draft
   */
  static async say(author: Person, slug: string, body: string): Promise<Comment> {
    const now = new Date()
    const [row] = await run(sql`
      insert into comments (article_id, author_id, body, created_at, updated_at)
      select a.id, ${author.id}::bigint, ${body}::text, ${now}::timestamptz, ${now}::timestamptz
      from articles a
      where ${onBehalfSql()} and a.slug = ${slug}::text and ${isVisibleTo(author.id)}
      returning id, article_id, author_id, body, created_at, updated_at`)
    if (!row) throw new E_RESOURCE_NOT_FOUND('article')

    return this.$createFromAdapterResult(row)!
  }
}
