import type { HttpContext } from '@adonisjs/core/http'

import Article from '../../models/article.ts'
import Favorite from '../../models/favorite.ts'
import { sendJson } from '../../api/send_json.ts'
import { readArticleAsJson } from '../../reading/article.ts'

/**
 * What the user of a token likes.
 */
export default class FavoritesController {
  /** They like an article. */
  async store({ auth, gate, params, response }: HttpContext) {
    const article = await Article.findBySlugOrFail(params.slug, auth.user, Article.outline)
    await gate.authorize('create', Favorite, ['articleId'])

    await article.favoriteBy(auth.user!)
    return sendJson(response, (await readArticleAsJson(article.slug, auth.user!.id))!)
  }

  /** They do not like it any more. */
  async destroy({ auth, gate, params, response }: HttpContext) {
    const article = await Article.findBySlugOrFail(params.slug, auth.user, Article.outline)
    await gate.authorize('delete', Favorite)

    await article.unfavoriteBy(auth.user!)
    return sendJson(response, (await readArticleAsJson(article.slug, auth.user!.id))!)
  }
}
