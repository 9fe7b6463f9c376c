import type { HttpContext } from '@adonisjs/core/http'

import { paginate } from '../pagination.ts'
import { popularTags } from '../reading/tags.ts'
import { listArticles } from '../reading/articles.ts'

/**
 * What is written on one subject.
 */
export default class TagsController {
  /** The articles with a tag. */
  async show({ auth, params: { tag }, request, view }: HttpContext) {
    const readerId = auth.user?.id
    const [list, tags] = await Promise.all([
      paginate(request, (part) => listArticles({ tag }, { readerId, ...part })),
      popularTags(),
    ])

    return view.render('publishing/home', { feed: 'tag', tag, popularTags: tags, ...list })
  }
}
