import { defineResource } from '#atrium/resource/main'

import Comment from '../models/comment.ts'
import CommentPolicy from '../policies/comment_policy.ts'

export default defineResource(Comment, {
  icon: 'message-square',
  policy: CommentPolicy,
  list: ['body', 'article', 'author', 'createdAt'],
  search: ['body', 'author.username', 'article.title'],
  fields: { body: { width: 60 } },
})
