import vine from '@vinejs/vine'

import Article from '../models/article.ts'
import { plainLineBreaks } from './line_breaks.ts'
import { splitTags, tagNames } from './tag_names.ts'

/**
 * What the editor sends. Tags are words separated by commas; `intent` is the button that was
 * pressed.
 */
export const articleValidator = vine.create({
  title: Article.rule('title'),
  description: Article.rule('description'),
  body: Article.rule('body').parse(plainLineBreaks),
  tagList: vine.string().use(tagNames()).optional().transform(splitTags),
  intent: vine.enum(['publish', 'draft']).optional(),
})
