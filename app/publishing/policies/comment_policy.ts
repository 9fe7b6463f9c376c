import { type Actor, Policy, type FieldSet, filter } from '#atrium/resource/main'

import { personOf } from './person_of.ts'
import type Comment from '../models/comment.ts'

/**
 * Comments are read with their article. People take back what they said, and editors what should not
 * have been said.
 */
export default class CommentPolicy extends Policy<Comment> {
  scope(actor: Actor, action: string) {
    if (actor.hasRole('editor', 'administrator')) return true
    if (action === 'list' || action === 'show' || action === 'create') {
      return filter`article.publishedAt:* OR article.authorId = me`
    }
    return filter`authorId = me`
  }

  preset(actor: Actor) {
    return { authorId: personOf(actor)?.id }
  }

  writable(actor: Actor, action: 'create' | 'update'): FieldSet {
    if (actor.isAdministrator) return 'all'
    return { only: action === 'create' ? ['articleId', 'body'] : ['body'] }
  }

  delete(actor: Actor, comment: Comment) {
    return comment.authorId === personOf(actor)?.id || actor.hasRole('editor', 'administrator')
  }
}
