import type { HttpContext } from '@adonisjs/core/http'

import Article from '../models/article.ts'
import { serialize } from '../serialize.ts'
import ArticleTransformer from '../transformers/article_transformer.ts'

export default class ArticlesController {
  async index(ctx: HttpContext) {
    const articles = await Article.query()
      .select(Article.own)
      .whereNotNull('publishedAt')
      .preload('author')
      .preload('tags', (query) => query.orderBy('name'))
      .withCount('favoritedBy', (query) => query.as('favoritesCount'))
      .orderBy('publishedAt', 'desc')
      .orderBy('id', 'desc')
      .paginate(ctx.request.input('page', 1), 20)

    return serialize(ArticleTransformer.paginate(articles.all(), articles.getMeta()), ctx)
  }

  async show(ctx: HttpContext) {
    const article = await Article.query()
      .select(Article.own)
      .where('slug', ctx.params.slug)
      .preload('author')
      .preload('tags', (query) => query.orderBy('name'))
      .withCount('favoritedBy', (query) => query.as('favoritesCount'))
      .firstOrFail()

    return serialize(ArticleTransformer.transform(article).useVariant('forDetail'), ctx)
  }
}
