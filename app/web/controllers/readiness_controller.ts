import type { HttpContext } from '@adonisjs/core/http'

import { readiness } from '../readiness.ts'

/**
 * Whether requests should be sent here: the database answers and the process is not about to end.
 */
export default class ReadinessController {
  async show({ response }: HttpContext) {
    const { isReady, ...facts } = await readiness.look()

    return response
      .status(isReady ? 200 : 503)
      .header('Cache-Control', 'no-store')
      .send(facts)
  }
}
