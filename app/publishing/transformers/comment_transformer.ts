import type { User } from '#app/accounts/public'
import { BaseTransformer } from '@adonisjs/core/transformers'

import type Comment from '../models/comment.ts'

/**
 * A comment that was just written, as the API shows it to its author. Nobody follows themselves.
 */
export default class CommentTransformer extends BaseTransformer<Comment> {
  constructor(
    comment: Comment,
    protected author: User
  ) {
    super(comment)
  }

  toObject() {
    const { id, body, createdAt, updatedAt } = this.resource
    const { username, bio, image } = this.author

    return {
      id,
      createdAt: createdAt.toUTC().toISO(),
      updatedAt: updatedAt.toUTC().toISO(),
      body,
      author: { username, bio, image, following: false },
    }
  }
}
