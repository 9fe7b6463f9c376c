import type { HttpContext } from '@adonisjs/core/http'

import { searchEverywhere } from '../search/search_everywhere.ts'

/** Rows of each resource, and milliseconds for them all */
const LIMITS = { size: 5, budget: 1_500 }

/**
 * Looking for something without knowing where it is.
 */
export default class SearchesController {
  async show({ admin, request, view }: HttpContext) {
    const text = String(request.input('q') ?? '')
      .trim()
      .slice(0, 200)
    const found = text ? await searchEverywhere(admin.actor, admin.navigation, text, LIMITS) : []

    return view.render('admin::pages/search', {
      text,
      groups: found.filter(({ rows }) => rows.length),
      late: found.filter(({ isLate }) => isLate),
      resources: admin.navigation.filter(({ searchPaths }) => searchPaths.length),
    })
  }
}
