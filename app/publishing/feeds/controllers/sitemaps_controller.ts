import type { HttpContext } from '@adonisjs/core/http'
import { E_RESOURCE_NOT_FOUND } from '#app/web/public'

import { readParts, sitemap, sitemapIndex } from '../sitemap.ts'

/**
 * All addresses that search engines should know.
 */
export default class SitemapsController {
  /** The whole sitemap, or the list of its files when it needs more than one. */
  async index({ response }: HttpContext) {
    const parts = await readParts()
    if (parts.length > 1) return this.#send(response, sitemapIndex(parts))

    return this.#send(response, await sitemap(parts[0]?.number ?? 1, { isFirst: true }))
  }

  /** One of several files. */
  async show({ params, response }: HttpContext) {
    const parts = await readParts()
    const place = parts.findIndex(({ number }) => String(number) === params.number)
    if (place < 0) throw new E_RESOURCE_NOT_FOUND('sitemap')

    return this.#send(response, await sitemap(parts[place].number, { isFirst: place === 0 }))
  }

  #send(response: HttpContext['response'], text: string) {
    return response.header('Content-Type', 'application/xml; charset=utf-8').send(text, true)
  }
}
