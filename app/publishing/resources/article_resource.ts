import { action, defineResource } from '#atrium/resource/main'

import Article from '../models/article.ts'
import ArticlePolicy from '../policies/article_policy.ts'

export default defineResource(Article, {
  icon: 'newspaper',
  policy: ArticlePolicy,
  list: ['title', 'author', 'publishedAt', 'updatedAt'],
  facets: ['author'],
  show: { except: ['bodyHtml', 'rendererVersion'] },
  form: [
    { tab: 'Text', parts: ['title', 'description', 'body', 'tags'] },
    { tab: 'Publication', parts: ['slug', 'author', 'publishedAt'] },
  ],
  actions: {
    publish: action({
      icon: 'send',
      bulk: true,
      when: 'publishedAt = null',
      run: (article: Article) => article.publish(),
    }),
    withdraw: action({
      icon: 'undo-2',
      bulk: true,
      when: 'publishedAt:*',
      confirm: 'It becomes a draft again, which only its author and editors see.',
      run: (article: Article) => article.withdraw(),
    }),
  },
})
