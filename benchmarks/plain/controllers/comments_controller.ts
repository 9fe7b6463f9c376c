import type { HttpContext } from '@adonisjs/core/http'

import Article from '../models/article.ts'
import { serialize } from '../serialize.ts'
import { commentValidator } from '../validators/comment_validator.ts'
import CommentTransformer from '../transformers/comment_transformer.ts'

export default class CommentsController {
  async store(ctx: HttpContext) {
    const { comment: said } = await ctx.request.validateUsing(commentValidator)
    const article = await Article.query()
      .select(Article.own)
      .where('slug', ctx.params.slug)
      .firstOrFail()
    const comment = await article
      .related('comments')
      .create({ authorId: ctx.auth.user!.id, body: said.body })
    await comment.load('author')

    ctx.response.status(201)
    return serialize(CommentTransformer.transform(comment), ctx)
  }
}
