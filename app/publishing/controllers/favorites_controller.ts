import type { HttpContext } from '@adonisjs/core/http'

import Article from '../models/article.ts'
import Favorite from '../models/favorite.ts'
import { paginate } from '../pagination.ts'
import { listArticles } from '../reading/articles.ts'
import { readProfileOrFail } from '../reading/profiles.ts'

/**
 * What people like. They stay on the page on which they say so.
 */
export default class FavoritesController {
  /** A person and the articles they like. */
  async index({ auth, params: { username }, request, view }: HttpContext) {
    const readerId = auth.user?.id
    const [person, list] = await Promise.all([
      readProfileOrFail(username, readerId),
      paginate(request, (part) => listArticles({ favoritedBy: username }, { readerId, ...part })),
    ])

    return view.render('publishing/profile', {
      profile: { ...person, isSelf: person.id === readerId },
      tab: 'favorites',
      ...list,
    })
  }

  /** Somebody likes an article. */
  async store({ auth, gate, params, response }: HttpContext) {
    const article = await Article.findBySlugOrFail(params.slug, auth.user)
    await gate.authorize('create', Favorite, ['articleId'])

    await article.favoriteBy(auth.user!)
    return response.redirect().back(`/article/${article.slug}`)
  }

  /** Somebody does not like it any more. */
  async destroy({ auth, gate, params, response }: HttpContext) {
    const article = await Article.findBySlugOrFail(params.slug, auth.user)
    await gate.authorize('delete', Favorite)

    await article.unfavoriteBy(auth.user!)
    return response.redirect().back(`/article/${article.slug}`)
  }
}
