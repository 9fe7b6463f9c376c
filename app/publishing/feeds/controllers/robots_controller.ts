import { appUrl } from '#config/app'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * What search engines are asked to leave alone: pages that are different for everybody.
 */
export default class RobotsController {
  /** `robots.txt` */
  show({ response }: HttpContext) {
    return response.header('Content-Type', 'text/plain; charset=utf-8').send(
      `User-agent: *
Disallow: /api/
Disallow: /editor
Disallow: /search
Disallow: /settings

Sitemap: ${appUrl}/sitemap.xml
`
    )
  }
}
