import type { HttpContext } from '@adonisjs/core/http'

import { sendJson } from '../../api/send_json.ts'
import { listArticlesAsJson } from '../../reading/articles.ts'
import { feedValidator } from '../../validators/api_list_validator.ts'

/**
 * What those write whom the user of a token follows.
 */
export default class FeedsController {
  /** Their latest articles. */
  async show({ auth, request, response }: HttpContext) {
    const readerId = auth.user!.id
    const { limit = 20, offset = 0 } = await feedValidator.validate(request.qs())

    return sendJson(
      response,
      await listArticlesAsJson({ followedBy: readerId }, { readerId, limit, offset })
    )
  }
}
