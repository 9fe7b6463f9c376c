import vine from '@vinejs/vine'

import Comment from '../models/comment.ts'

/**
 * `POST /api/articles/:slug/comments`
 */
export const newCommentValidator = vine.create({
  comment: vine.object({ body: Comment.rule('body') }),
})
