import { type Actor, Policy, type FieldSet, filter } from '#atrium/resource/main'

import { personOf } from './person_of.ts'
import type Article from '../models/article.ts'

/**
 * Everybody reads what is published. Drafts are their author's, and editors look after all articles;
 * only authors and administrators delete.
 */
export default class ArticlePolicy extends Policy<Article> {
  scope(actor: Actor, action: string) {
    if (this.#looksAfterAll(actor, action)) return true
    if (action === 'list' || action === 'show') return filter`publishedAt:* OR authorId = me`
    return filter`authorId = me`
  }

  preset(actor: Actor) {
    return { authorId: personOf(actor)?.id }
  }

  writable(actor: Actor): FieldSet {
    const isEditor = actor.hasRole('editor', 'administrator')
    return isEditor ? 'all' : { except: ['authorId', 'publishedAt'] }
  }

  update(actor: Actor, article: Article) {
    return this.#mayChange(actor, article, 'update')
  }

  publish(actor: Actor, article: Article) {
    return this.#mayChange(actor, article, 'publish')
  }

  withdraw(actor: Actor, article: Article) {
    return this.#mayChange(actor, article, 'withdraw')
  }

  delete(actor: Actor, article: Article) {
    return this.#mayChange(actor, article, 'delete')
  }

  #mayChange(actor: Actor, article: Article, action: string) {
    return article.isBy(personOf(actor)) || this.#looksAfterAll(actor, action)
  }

  #looksAfterAll(actor: Actor, action: string) {
    return actor.isAdministrator || (actor.hasRole('editor') && action !== 'delete')
  }
}
