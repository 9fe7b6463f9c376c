import vine from '@vinejs/vine'

import { plainLineBreaks } from './line_breaks.ts'
import { splitTags, tagNames } from './tag_names.ts'

/**
 * What the editor sends. Tags are words separated by commas; `intent` is the button that was
 * pressed.
 */
export const articleValidator = vine.create({
  title: vine.string().trim().minLength(1).maxLength(255),
  description: vine.string().trim().maxLength(1_000),
  body: vine.string().parse(plainLineBreaks).minLength(1).maxLength(200_000),
  tagList: vine.string().use(tagNames()).optional().transform(splitTags),
  intent: vine.enum(['publish', 'draft']).optional(),
})
