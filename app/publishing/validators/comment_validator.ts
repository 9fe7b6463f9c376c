import vine from '@vinejs/vine'

/**
 * What somebody says about an article.
 */
export const commentValidator = vine.create({
  body: vine.string().trim().minLength(1).maxLength(10_000),
})
