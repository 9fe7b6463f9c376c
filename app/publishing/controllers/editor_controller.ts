import type { HttpContext } from '@adonisjs/core/http'

import Article from '../models/article.ts'
import { readArticle } from '../reading/article.ts'
import { articleValidator } from '../validators/article_validator.ts'
import { authorizeNewArticle, authorizeRevision } from '../policies/authorize_writing.ts'

/**
 * Where articles are written, as drafts or for everybody to read.
 */
export default class EditorController {
  /** An empty sheet. */
  async create({ gate, view }: HttpContext) {
    await gate.authorize('create', Article)

    return view.render('publishing/editor')
  }

  /** Keeps a new article. */
  async store(ctx: HttpContext) {
    const { intent, ...content } = await ctx.request.validateUsing(articleValidator)
    const publish = intent !== 'draft'
    await authorizeNewArticle(ctx.gate, { ...content, publish })

    const article = await Article.write(ctx.auth.user!, { ...content, publish })
    return this.#leave(article, ctx)
  }

  /** An article, to go on writing. */
  async edit({ auth, gate, params, view }: HttpContext) {
    const article = await Article.findBySlugOrFail(params.slug, auth.user)
    await gate.authorize('update', article)

    return view.render('publishing/editor', {
      article: await readArticle(params.slug, auth.user!.id),
    })
  }

  /** Keeps what was changed. A draft stays one until it is published. */
  async update(ctx: HttpContext) {
    const article = await Article.findBySlugOrFail(ctx.params.slug, ctx.auth.user)
    await ctx.gate.authorize('update', article)

    const { intent, ...content } = await ctx.request.validateUsing(articleValidator)
    const publish = intent !== 'draft' && !article.isPublished
    await authorizeRevision(ctx.gate, article, content)
    if (publish) await ctx.gate.authorize('publish', article)

    await article.revise(content)
    if (publish) await article.publish()

    return this.#leave(article, ctx)
  }

  #leave(article: Article, { response, session }: Pick<HttpContext, 'response' | 'session'>) {
    if (article.isPublished) {
      return response.redirect().toRoute('articles.show', { slug: article.slug })
    }

    session.flash('success', 'Your draft is kept. Only you can see it.')
    return response.redirect().toRoute('editor.edit', { slug: article.slug })
  }
}
