import type { HttpContext } from '@adonisjs/core/http'

import { trashScreen } from '../trash/trash_screen.ts'

/**
 * Rows that were deleted, to take back.
 */
export default class TrashController {
  async index({ admin, view }: HttpContext) {
    const { resource } = admin

    return view.render('admin::pages/trash', { resource, ...(await trashScreen(admin)) })
  }
}
