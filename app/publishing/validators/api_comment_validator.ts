import vine from '@vinejs/vine'

/**
 * `POST /api/articles/:slug/comments`
 */
export const newCommentValidator = vine.create({
  comment: vine.object({ body: vine.string().trim().minLength(1).maxLength(10_000) }),
})
