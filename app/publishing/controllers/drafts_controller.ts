import type { HttpContext } from '@adonisjs/core/http'

import { paginate } from '../pagination.ts'
import { listArticles } from '../reading/articles.ts'

/**
 * What somebody has begun and nobody else can see yet.
 */
export default class DraftsController {
  /** One's own drafts. */
  async index({ auth, request, view }: HttpContext) {
    const readerId = auth.user!.id
    const list = await paginate(request, (part) =>
      listArticles({ draftsOf: readerId }, { readerId, ...part })
    )

    return view.render('publishing/drafts', list)
  }
}
