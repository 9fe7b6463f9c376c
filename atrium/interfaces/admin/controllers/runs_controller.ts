import type { HttpContext } from '@adonisjs/core/http'
import { Runs } from '#atrium/resource/main'

import { problemsCsv } from '../bulk/problems_csv.ts'
import { CHECK } from '../imports/run_names.ts'
import { checkAddressOf } from '../imports/screens.ts'
import { isByLine, problemsFileName, runScreen } from '../bulk/run_screen.ts'

/**
 * Work on many rows: how far it has got, and what became of it.
 */
export default class RunsController {
  async show({ admin, params, response, view }: HttpContext) {
    const run = await Runs.find(admin.actor, params.run)
    if (run.action === CHECK) return response.redirect().status(303).toPath(checkAddressOf(run))

    return view.render('admin::pages/run', await runScreen(admin, run))
  }

  /** What was not done, as a file. */
  async problems({ admin, params, response, i18n }: HttpContext) {
    const run = await Runs.find(admin.actor, params.run)
    const t = (name: string) => i18n.t(`admin_bulk.run.${name}`)
    const row = t(isByLine(run) ? 'line' : 'row')

    response.header('Content-Type', 'text/csv; charset=utf-8')
    response.header('Content-Disposition', `attachment; filename="${problemsFileName(run)}"`)
    const say = (reason: string) => admin.phrases.say(reason)
    response.stream(problemsCsv(run, { row, kind: t('kind'), reason: t('reason') }, say))
  }

  async destroy({ admin, params, response }: HttpContext) {
    const run = await Runs.find(admin.actor, params.run)
    await Runs.cancel(run)

    return response.redirect().status(303).toPath(`/admin/runs/${run.id}`)
  }
}
