import type { User } from '#app/accounts/public'
import { BasePolicy, allowGuest } from '@adonisjs/bouncer'

import type Article from '../models/article.ts'

/**
 * Everybody reads what is published; everything else is for an article's author.
 */
export default class ArticlePolicy extends BasePolicy {
  @allowGuest()
  view(reader: User | null, article: Article) {
    return article.isPublished || article.isBy(reader)
  }

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
