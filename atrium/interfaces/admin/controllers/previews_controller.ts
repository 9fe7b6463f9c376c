import type { HttpContext } from '@adonisjs/core/http'

import { renderMarkdown } from '../rows/markdown.ts'

/**
 * Shows Markdown as what it means, while somebody writes it.
 */
export default class PreviewsController {
  store({ request, response }: HttpContext) {
    const source = String(request.input('text', ''))
    return response.type('html').send(renderMarkdown(source))
  }
}
