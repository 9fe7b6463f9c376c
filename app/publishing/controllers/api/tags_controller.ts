import type { HttpContext } from '@adonisjs/core/http'

import { sendJson } from '../../api/send_json.ts'
import { allTagsAsJson } from '../../reading/tags.ts'

/**
 * The words that articles are found by, for programs.
 */
export default class TagsController {
  /** All tags that published articles have. */
  async index({ response }: HttpContext) {
    return sendJson(response, await allTagsAsJson())
  }
}
