import './user_factory.ts'

import { DateTime } from 'luxon'
import { factoryFor } from '#atrium/model/main'
import Article from '#app/publishing/models/article'

let written = 0

/**
 * Published articles, each by an author of its own unless one is given with
 * `merge({ authorId })`. The state `draft` makes drafts.
 */
export const ArticleFactory = factoryFor(Article, () => {
  const number = ++written

  return {
    title: `Article number ${number}`,
    description: `What article number ${number} is about`,
    body: `The text of article number ${number}.`,
    publishedAt: DateTime.utc(),
  }
})
  .state('draft', (article) => (article.publishedAt = null))
  .build()
