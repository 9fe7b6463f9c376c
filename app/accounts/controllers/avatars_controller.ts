import { E_RESOURCE_NOT_FOUND } from '#app/web/public'
import type { HttpContext } from '@adonisjs/core/http'

import { Avatar } from '../avatar.ts'

/**
 * Pictures of people. What a name stands for never changes.
 */
export default class AvatarsController {
  async show({ params, response }: HttpContext) {
    const picture = await Avatar.read(params.id, params.name)
    if (!picture) {
      throw new E_RESOURCE_NOT_FOUND('picture')
    }

    response.header('Cache-Control', 'public, max-age=31536000, immutable')
    return response.type('image/webp').send(picture)
  }
}
