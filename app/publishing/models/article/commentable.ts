import { Model } from '#atrium/model/main'
import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'

import Comment from '../comment.ts'
import type { Person } from '../person.ts'

/**
 * Lets people say something about an article.
 */
export function Commentable<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  class CommentableArticle extends superclass {
    declare id: number

    @hasMany(() => Comment, { foreignKey: 'articleId' })
    declare comments: HasMany<typeof Comment>

    /** Adds what somebody says about the article. */
    comment({ id }: Person, body: string) {
      return Comment.create({ articleId: this.id, authorId: id, body }, { client: this.$trx })
    }
  }

  return CommentableArticle
}
