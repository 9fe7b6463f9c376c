import type { HttpContext } from '@adonisjs/core/http'
import { E_RESOURCE_NOT_FOUND } from '#app/web/public'

import { ledeOf } from '../text/lede.ts'
import { paginate } from '../pagination.ts'
import Article from '../models/article.ts'
import { readArticle } from '../reading/article.ts'
import { listComments } from '../reading/comments.ts'
import { renderMarkdown } from '../text/markdown.ts'

/** Comments are rendered when they are shown, so that there is an end to it */
const COMMENTS_PER_PAGE = 50

/**
 * Articles as everybody reads them.
 */
export default class ArticlesController {
  /** An article and what people say about it. */
  async show({ auth, params: { slug }, request, view }: HttpContext) {
    const readerId = auth.user?.id
    const [article, said] = await Promise.all([
      readArticle(slug, readerId),
      paginate(request, (part) => listComments(slug, { readerId, ...part }), COMMENTS_PER_PAGE),
    ])
    if (!article) throw new E_RESOURCE_NOT_FOUND('article')

    return view.render('publishing/article', {
      article,
      lede: ledeOf(article.description, article.bodyHtml),
      mine: article.authorId === readerId,
      pagination: said.pagination,
      comments: said.comments.map((comment) => ({
        ...comment,
        bodyHtml: renderMarkdown(comment.body, 'comment'),
        mine: comment.author.username === auth.user?.username,
      })),
    })
  }

  /** Takes an article away for good, with all that was said about it. */
  async destroy({ auth, gate, params, response, session }: HttpContext) {
    const article = await Article.findBySlugOrFail(params.slug, auth.user)
    await gate.authorize('delete', article)

    await article.delete()
    session.flash('success', 'The article is deleted.')
    return response.redirect().toPath('/')
  }
}
