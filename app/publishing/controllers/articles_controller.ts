import type { HttpContext } from '@adonisjs/core/http'
import { E_RESOURCE_NOT_FOUND } from '#app/web/public'

import { ledeOf } from '../text/lede.ts'
import Article from '../models/article.ts'
import { readArticle } from '../reading/article.ts'
import { listComments } from '../reading/comments.ts'
import ArticlePolicy from '../policies/article_policy.ts'
import { renderMarkdown } from '../text/markdown.ts'

/**
 * Articles as everybody reads them.
 */
export default class ArticlesController {
  /** An article and what people say about it. */
  async show({ auth, params, view }: HttpContext) {
    const [article, comments] = await Promise.all([
      readArticle(params.slug, auth.user?.id),
      listComments(params.slug, auth.user?.id),
    ])
    if (!article) throw new E_RESOURCE_NOT_FOUND('article')

    return view.render('publishing/article', {
      article,
      lede: ledeOf(article.description, article.bodyHtml),
      mine: article.authorId === auth.user?.id,
      comments: comments.map((comment) => ({
        ...comment,
        bodyHtml: renderMarkdown(comment.body, 'comment'),
        mine: comment.author.username === auth.user?.username,
      })),
    })
  }

  /** Takes an article away for good, with all that was said about it. */
  async destroy({ auth, bouncer, params, response, session }: HttpContext) {
    const article = await Article.findBySlugOrFail(params.slug, auth.user)
    await bouncer.with(ArticlePolicy).authorize('delete', article)

    await article.delete()
    session.flash('success', 'The article is deleted.')
    return response.redirect().toPath('/')
  }
}
