import { type Actor, Policy, filter } from '#atrium/resource/main'

import type ArticleTag from '../models/article_tag.ts'

/**
 * The tags of an article are part of it: seen with it, and changed by whoever may change it.
 */
export default class ArticleTagPolicy extends Policy<ArticleTag> {
  scope(actor: Actor, action: string) {
    if (actor.hasRole('editor', 'administrator')) return true
    if (action === 'list' || action === 'show') {
      return filter`article.publishedAt:* OR article.authorId = me`
    }
    return filter`article.authorId = me`
  }
}
