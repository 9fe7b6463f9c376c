import type { HttpContext } from '@adonisjs/core/http'

import Article from '../models/article.ts'

/**
 * Publishing an article is creating its publication; taking it back is destroying it.
 */
export default class PublicationsController {
  /** Shows a draft to everybody. */
  async store({ auth, gate, params, response }: HttpContext) {
    const article = await Article.findBySlugOrFail(params.slug, auth.user)
    await gate.authorize('publish', article)

    await article.publish()
    return response.redirect().toRoute('articles.show', { slug: article.slug })
  }

  /** Makes a draft of it again. */
  async destroy({ auth, gate, params, response }: HttpContext) {
    const article = await Article.findBySlugOrFail(params.slug, auth.user)
    await gate.authorize('withdraw', article)

    await article.withdraw()
    return response.redirect().toRoute('articles.show', { slug: article.slug })
  }
}
