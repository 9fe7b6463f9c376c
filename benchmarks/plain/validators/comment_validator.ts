import vine from '@vinejs/vine'

export const commentValidator = vine.create({
  comment: vine.object({ body: vine.string().trim().minLength(1).maxLength(10_000) }),
})
