import { Model } from '#atrium/model/main'
import { E_RESOURCE_NOT_FOUND } from '#app/web/public'
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

    /**
     * One of the article's own comments.
     *
     * @throws E_RESOURCE_NOT_FOUND it has no such comment
     */
    async findCommentOrFail(id: number) {
      const comment = await Comment.findBy({ id, articleId: this.id })
      if (!comment) throw new E_RESOURCE_NOT_FOUND('comment')

      return comment
    }
  }

  return CommentableArticle
}
