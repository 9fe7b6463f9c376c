import { DateTime } from 'luxon'
import Factory from '@adonisjs/lucid/factories'
import Article from '#app/publishing/models/article'

import { UserFactory } from './user_factory.ts'

let written = 0

/**
 * Published articles, each by an author of its own unless one is given with
 * `merge({ authorId })`. The state `draft` makes drafts.
 */
export const ArticleFactory = Factory.define(Article, () => {
  const number = ++written

  return {
    title: `Article number ${number}`,
    slug: `article-number-${number}`,
    description: `What article number ${number} is about`,
    body: `The text of article number ${number}.`,
    publishedAt: DateTime.utc(),
  }
})
  .state('draft', (article) => (article.publishedAt = null))
  .before('create', async (_, article, { $trx }) => {
    if (article.authorId) return

    const author = await UserFactory.client($trx!).create()
    article.authorId = author.id
    article.$setRelated('author', author)
  })
  .build()
