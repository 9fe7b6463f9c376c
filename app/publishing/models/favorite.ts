import type { DateTime } from 'luxon'
import { User } from '#app/accounts/public'
import db from '@adonisjs/lucid/services/db'
import { compose } from '@adonisjs/core/helpers'
import { Model, Recorded, field, index } from '#atrium/model/main'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

import Article from './article.ts'

/**
 * Says that a person likes an article.
 */
export default class Favorite extends compose(Model, Recorded) {
  @field.foreignKey(() => Article, { primary: true, index: false, onDelete: 'cascade' })
  declare articleId: number

  @field.foreignKey(() => User, { primary: true, index: false, onDelete: 'cascade' })
  declare userId: number

  @field.timestamp({ autoCreate: true })
  declare createdAt: DateTime

  static indexes = [index<Favorite>(['userId', 'articleId'])]

  /** Keeps that a person likes an article. Doing it twice changes nothing. */
  static async keep(
    { articleId, userId }: Pick<Favorite, 'articleId' | 'userId'>,
    client: Pick<QueryClientContract, 'insertQuery'> = db
  ) {
    await client
      .insertQuery()
      .table(this.table)
      .insert({ article_id: articleId, user_id: userId })
      .onConflict(['article_id', 'user_id'])
      .ignore()
  }
}
