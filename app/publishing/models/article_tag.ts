import { compose } from '@adonisjs/core/helpers'
import { Model, Recorded, field, index } from '#atrium/model/main'

import Tag from './tag.ts'
import Article from './article.ts'

/**
 * Says that an article is found by a tag.
 */
export default class ArticleTag extends compose(Model, Recorded) {
  @field.foreignKey(() => Article, { primary: true, index: false, onDelete: 'cascade' })
  declare articleId: number

  @field.foreignKey(() => Tag, { primary: true, index: false, onDelete: 'cascade' })
  declare tagId: number

  static indexes = [index<ArticleTag>(['tagId', 'articleId'])]
}
