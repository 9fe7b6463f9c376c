import { newUuid } from '#atrium/model/main'
import { undo, undoGivesAccess, type Undone } from '#atrium/resource/main'
import type { HttpContext } from '@adonisjs/core/http'

import { askedForPassword } from '../own_password.ts'
import { backAddress } from '../rows/back_address.ts'

/**
 * Takes back what a save, a deletion, a bulk edit or an import did.
 */
export default class UndosController {
  async store(ctx: HttpContext) {
    const { admin, i18n, params, response, session } = ctx
    const operationId = newUuid()
    if (await undoGivesAccess(admin.resources, params.operation)) {
      const asked = await askedForPassword(ctx)
      if (asked) return asked
    }

    try {
      const undone = await undo(admin.resources, admin.actor, params.operation, { operationId })
      if (undone.run) return response.redirect().status(303).toPath(`/admin/runs/${undone.run.id}`)
      this.#tell(ctx, undone)
    } catch (error: any) {
      if (error?.code !== 'E_NOTHING_TO_UNDO') throw error
      session.flash('info', i18n.t('admin_rows.undo.nothing'))
    }
    return response
      .redirect()
      .status(303)
      .toPath(await backAddress(ctx))
  }

  /** What could not be taken back is said with its reasons. */
  #tell({ admin, i18n, session }: HttpContext, { undone, problems, operationId }: Undone) {
    if (undone) session.flash('undo', operationId)
    if (!problems.length) {
      return session.flash('success', i18n.t('admin_rows.undo.done', { count: undone }))
    }

    const reasons = problems
      .slice(0, 5)
      .map(({ row, reason }) => [row, admin.phrases.say(reason)].filter(Boolean).join(': '))
    const beginning = i18n.t('admin_rows.undo.partly', { count: undone })
    session.flash(undone ? 'warning' : 'error', `${beginning} ${reasons.join(' ')}`)
  }
}
