import { factoryFor } from '#atrium/model/main'
import Comment from '#app/publishing/models/comment'

/**
 * Comments. Their article and author are given with `merge({ articleId, authorId })`.
 */
export const CommentFactory = factoryFor(Comment, () => ({ body: 'Well said.' })).build()
