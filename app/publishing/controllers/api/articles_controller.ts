import type { HttpContext } from '@adonisjs/core/http'
import { E_RESOURCE_NOT_FOUND } from '#app/web/public'

import Article from '../../models/article.ts'
import { sendJson } from '../../api/send_json.ts'
import { authorizeNewArticle, authorizeRevision } from '../../policies/authorize_writing.ts'
import { readArticleAsJson } from '../../reading/article.ts'
import { listArticlesAsJson } from '../../reading/articles.ts'
import { articleListValidator } from '../../validators/api_list_validator.ts'
import {
  articleChangesValidator,
  newArticleValidator,
} from '../../validators/api_article_validator.ts'

/**
 * Articles, as programs read and write them. Whatever was written is read back, so that an article
 * has one form wherever it is answered.
 */
export default class ArticlesController {
  /** The latest articles, of everybody or of those that the query asks for. */
  async index({ auth, request, response }: HttpContext) {
    const {
      limit = 20,
      offset = 0,
      favorited,
      ...filter
    } = await articleListValidator.validate(request.qs())
    const list = await listArticlesAsJson(
      { ...filter, favoritedBy: favorited },
      { readerId: auth.user?.id, limit, offset }
    )

    return sendJson(response, list)
  }

  /** One article. */
  async show({ auth, params, response }: HttpContext) {
    return this.#answer(params.slug, auth.user?.id, response)
  }

  /** Writes an article, for everybody to read at once. */
  async store({ auth, gate, request, response }: HttpContext) {
    const { article: content } = await request.validateUsing(newArticleValidator)
    await authorizeNewArticle(gate, { ...content, publish: true })

    const article = await Article.write(auth.user!, { ...content, publish: true })

    return this.#answer(article.slug, auth.user!.id, response.status(201))
  }

  /** Changes what the request holds of an article. */
  async update({ auth, gate, params, request, response }: HttpContext) {
    const article = await Article.findBySlugOrFail(params.slug, auth.user)
    await gate.authorize('update', article)

    const { article: changes } = await request.validateUsing(articleChangesValidator)
    await authorizeRevision(gate, article, changes)

    await article.revise(changes)
    return this.#answer(article.slug, auth.user!.id, response)
  }

  /** Deletes an article with everything said about it. */
  async destroy({ auth, gate, params, response }: HttpContext) {
    const article = await Article.findBySlugOrFail(params.slug, auth.user)
    await gate.authorize('delete', article)

    await article.delete()
    return response.noContent()
  }

  async #answer(slug: string, readerId: number | undefined, response: HttpContext['response']) {
    const article = await readArticleAsJson(slug, readerId)
    if (article === null) throw new E_RESOURCE_NOT_FOUND('article')

    return sendJson(response, article)
  }
}
