import type { HttpContext } from '@adonisjs/core/http'

import { paginate } from '../pagination.ts'
import { popularTags } from '../reading/tags.ts'
import { listArticles } from '../reading/articles.ts'

/**
 * The front page: what everybody writes, or what those write whom the reader follows.
 */
export default class HomeController {
  /** The global feed, or the reader's own. */
  async index({ auth, request, response, view }: HttpContext) {
    const readerId = auth.user?.id
    const isOwn = request.qs().feed === 'following'
    if (isOwn && readerId === undefined) {
      return response.redirect().toPath('/login')
    }

    const followedBy = isOwn ? readerId : undefined
    const [list, tags] = await Promise.all([
      paginate(request, (part) => listArticles({ followedBy }, { readerId, ...part })),
      popularTags(),
    ])

    return view.render('publishing/home', {
      feed: isOwn ? 'following' : 'global',
      popularTags: tags,
      ...list,
    })
  }
}
