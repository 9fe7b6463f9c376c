import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'

import Article from '../models/article.ts'

/**
 * For what may be left out, but not taken away: null is neither.
 */
const notNull = vine.createRule(
  (value, _, field: FieldContext) => {
    if (value === null) {
      field.report('The {{ field }} field cannot be taken away', 'required', field)
    }
  },
  { implicit: true }
)

const title = () => Article.rule('title')
const description = () => Article.rule('description').minLength(1)
const body = () => Article.rule('body').use(notBlank())
const tag = () => vine.string().trim().maxLength(60)
const tagList = () => vine.array(tag()).maxLength(30).use(notNull()).optional()

/**
 * Text whose leading space has a meaning is not trimmed, so that a body of nothing but space needs
 * a look of its own.
 */
const notBlank = vine.createRule((value, _, field: FieldContext) => {
  if (typeof value === 'string' && !value.trim()) {
    field.report('The {{ field }} field must not be blank', 'notEmpty', field)
  }
})

/**
 * `POST /api/articles`
 */
export const newArticleValidator = vine.create({
  article: vine.object({
    title: title(),
    description: description(),
    body: body(),
    tagList: tagList(),
  }),
})

/**
 * `PUT /api/articles/:slug`. What is missing stays as it is; an empty `tagList` removes all tags.
 */
export const articleChangesValidator = vine.create({
  article: vine.object({
    title: title().use(notNull()).optional(),
    description: description().use(notNull()).optional(),
    body: body().use(notNull()).optional(),
    tagList: tagList(),
  }),
})
