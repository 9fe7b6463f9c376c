import { defineResource } from '#atrium/resource/main'

import PublishedArticleCount from '../models/published_article_count.ts'

export default defineResource(PublishedArticleCount, {
  icon: 'hash',
  group: 'System',
  creatable: false,
})
