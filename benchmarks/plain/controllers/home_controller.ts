import type { HttpContext } from '@adonisjs/core/http'

import Tag from '../models/tag.ts'
import Article from '../models/article.ts'

export default class HomeController {
  async index({ request, view }: HttpContext) {
    const articles = await Article.query()
      .select(Article.own)
      .whereNotNull('publishedAt')
      .preload('author')
      .preload('tags', (query) => query.orderBy('name'))
      .withCount('favoritedBy', (query) => query.as('favoritesCount'))
      .orderBy('publishedAt', 'desc')
      .orderBy('id', 'desc')
      .paginate(request.input('page', 1), 10)
    const tags = await Tag.query().orderBy('name').limit(20)

    return view.render('home', { articles, tags })
  }
}
