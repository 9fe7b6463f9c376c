import vine from '@vinejs/vine'

import { plainLineBreaks } from './line_breaks.ts'

/**
 * What somebody says about an article.
 */
export const commentValidator = vine.create({
  body: vine.string().parse(plainLineBreaks).trim().minLength(1).maxLength(10_000),
})
