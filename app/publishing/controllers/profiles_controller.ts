import type { HttpContext } from '@adonisjs/core/http'

import { paginate } from '../pagination.ts'
import { listArticles } from '../reading/articles.ts'
import { readProfileOrFail } from '../reading/profiles.ts'

/**
 * People and what they write.
 */
export default class ProfilesController {
  /** A person and their articles. */
  async show({ auth, params: { username }, request, view }: HttpContext) {
    const readerId = auth.user?.id
    const [person, list] = await Promise.all([
      readProfileOrFail(username, readerId),
      paginate(request, (part) => listArticles({ author: username }, { readerId, ...part })),
    ])

    return view.render('publishing/profile', {
      profile: { ...person, isSelf: person.id === readerId },
      tab: 'articles',
      ...list,
    })
  }
}
