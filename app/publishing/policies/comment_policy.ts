import type { User } from '#app/accounts/public'
import { BasePolicy } from '@adonisjs/bouncer'

import type Article from '../models/article.ts'
import type Comment from '../models/comment.ts'

/**
 * Whoever may read an article may say something about it, and take back what they said.
 */
export default class CommentPolicy extends BasePolicy {
  create(user: User, article: Article) {
    return article.isVisibleTo(user)
  }

  delete(user: User, comment: Comment) {
    return comment.authorId === user.id
  }
}
