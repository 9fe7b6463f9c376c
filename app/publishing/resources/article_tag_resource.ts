import { defineResource } from '#atrium/resource/main'

import ArticleTag from '../models/article_tag.ts'
import ArticleTagPolicy from '../policies/article_tag_policy.ts'

export default defineResource(ArticleTag, {
  icon: 'tags',
  group: 'System',
  policy: ArticleTagPolicy,
})
