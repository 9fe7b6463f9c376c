import type { HttpContext } from '@adonisjs/core/http'

import Article from '../models/article.ts'
import Comment from '../models/comment.ts'
import { commentValidator } from '../validators/comment_validator.ts'

/**
 * What people say about an article.
 */
export default class CommentsController {
  /** Adds a comment. */
  async store({ auth, gate, params, request, response }: HttpContext) {
    const article = await Article.findBySlugOrFail(params.slug, auth.user)
    await gate.authorize('create', Comment, ['articleId', 'body'])

    const { body } = await request.validateUsing(commentValidator)
    await article.comment(auth.user!, body)
    return response.redirect().toRoute('articles.show', { slug: article.slug })
  }

  /** Takes a comment away. */
  async destroy({ auth, gate, params, response }: HttpContext) {
    const article = await Article.findBySlugOrFail(params.slug, auth.user)
    const comment = await article.findCommentOrFail(params.id)
    await gate.authorize('delete', comment)

    await comment.delete()
    return response.redirect().toRoute('articles.show', { slug: article.slug })
  }
}
