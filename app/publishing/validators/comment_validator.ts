import vine from '@vinejs/vine'

import Comment from '../models/comment.ts'
import { plainLineBreaks } from './line_breaks.ts'

/**
 * What somebody says about an article.
 */
export const commentValidator = vine.create({
  body: Comment.rule('body').parse(plainLineBreaks),
})
