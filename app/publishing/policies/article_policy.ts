import type { User } from '#app/accounts/public'
import { BasePolicy } from '@adonisjs/bouncer'

import type Article from '../models/article.ts'

/**
 * Changing an article is for its author. Who may see one says `Article.isVisibleTo`.
 */
export default class ArticlePolicy extends BasePolicy {
  update(user: User, article: Article) {
    return article.isBy(user)
  }

  delete(user: User, article: Article) {
    return article.isBy(user)
  }

  publish(user: User, article: Article) {
    return article.isBy(user)
  }
}
