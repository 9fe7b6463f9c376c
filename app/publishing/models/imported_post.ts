import { Model, field } from '#atrium/model/main'

import Article from './article.ts'

/**
 * Says which file an article came from, and what the file said. Goes with its article.
 */
export default class ImportedPost extends Model {
  @field.id()
  declare id: number

  @field.foreignKey(() => Article, { unique: true, onDelete: 'cascade' })
  declare articleId: number

  /** Where the file was found last */
  @field.text({ unique: true })
  declare source: string

  /** SHA-256 of what the file said */
  @field.string({ length: 64, index: true })
  declare digest: string
}
