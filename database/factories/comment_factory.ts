import Factory from '@adonisjs/lucid/factories'
import Comment from '#app/publishing/models/comment'

/**
 * Comments. Their article and author are given with `merge({ articleId, authorId })`.
 */
export const CommentFactory = Factory.define(Comment, () => ({ body: 'Well said.' })).build()
