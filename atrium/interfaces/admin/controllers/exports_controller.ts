import type { HttpContext } from '@adonisjs/core/http'

import { exportFile } from '../exports/export.ts'

/**
 * All rows that fit a list, as a file. It is sent while it is written; whoever goes away ends the
 * reading.
 */
export default class ExportsController {
  async show({ admin, request, response }: HttpContext) {
    const left = new AbortController()
    response.response.once('close', () => left.abort())

    const { name, type, content } = await exportFile(admin, request.qs(), left.signal)

    response.header('Content-Type', type)
    response.header('Content-Disposition', `attachment; filename="${name}"`)
    response.header('X-Content-Type-Options', 'nosniff')
    response.stream(content)
  }
}
