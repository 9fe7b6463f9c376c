import { column } from '@adonisjs/lucid/orm'
import { Model, field } from '#atrium/model/main'

import Article from './article.ts'

/**
 * Says which file an article came from, and what the file said. Goes with its article.
 */
export default class ImportedPost extends Model {
  @field.id()
  declare id: number

  @field.foreignKey(() => Article)
  declare articleId: number

  /** Where the file was found last */
  @column()
  declare source: string

  /** SHA-256 of what the file said */
  @column()
  declare digest: string
}
