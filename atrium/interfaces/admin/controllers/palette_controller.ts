import type { HttpContext } from '@adonisjs/core/http'

import { placesFor, rowsFor } from '../search/palette_entries.ts'

/**
 * What the command palette offers: without text the places to go to, with text the rows that fit it.
 */
export default class PaletteController {
  async index(ctx: HttpContext) {
    const text = String(ctx.request.input('q') ?? '')
      .trim()
      .slice(0, 200)

    return { entries: text ? await rowsFor(ctx, text) : await placesFor(ctx) }
  }
}
