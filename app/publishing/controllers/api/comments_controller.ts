import type { HttpContext } from '@adonisjs/core/http'
import { E_RESOURCE_NOT_FOUND } from '#app/web/public'

import Article from '../../models/article.ts'
import Comment from '../../models/comment.ts'
import { sendJson } from '../../api/send_json.ts'
import { listCommentsAsJson } from '../../reading/comments.ts'
import CommentTransformer from '../../transformers/comment_transformer.ts'
import { newCommentValidator } from '../../validators/api_comment_validator.ts'

/**
 * What people say about an article, for programs.
 */
export default class CommentsController {
  /** Everything said about an article, the latest first. */
  async index({ auth, params, response }: HttpContext) {
    const comments = await listCommentsAsJson(params.slug, auth.user?.id)
    if (comments === null) throw new E_RESOURCE_NOT_FOUND('article')

    return sendJson(response, comments)
  }

  /** Adds a comment. */
  async store({ auth, gate, params, request, response }: HttpContext) {
    const { comment: said } = await request.validateUsing(newCommentValidator)
    await gate.authorize('create', Comment, ['articleId', 'body'])

    const comment = await Comment.say(auth.user!, params.slug, said.body)

    return response
      .status(201)
      .json({ comment: new CommentTransformer(comment, auth.user!).toObject() })
  }

  /** Takes a comment back. */
  async destroy({ auth, gate, params, response }: HttpContext) {
    const article = await Article.findBySlugOrFail(params.slug, auth.user, Article.outline)
    const comment = await article.findCommentOrFail(params.id)
    await gate.authorize('delete', comment)

    await comment.delete()
    return response.noContent()
  }
}
