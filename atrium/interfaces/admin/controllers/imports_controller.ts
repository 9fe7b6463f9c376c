import type { HttpContext } from '@adonisjs/core/http'
import { E_NOT_ALLOWED } from '#atrium/resource/main'

import { FileRuns } from '../imports/file_runs.ts'
import type { AdminContext } from '../admin_context.ts'
import { importTargets } from '../imports/targets.ts'
import type ImportFile from '../models/import_file.ts'
import { UnreadableFile } from '../imports/errors.ts'
import { choiceProblems, sentChoices } from '../imports/sent_choices.ts'
import { beginningOf, contentOf, findUpload, keepUpload } from '../imports/uploads.ts'
import { addressOf, checkScreen, columnsScreen, uploadScreen } from '../imports/screens.ts'

/**
 * Rows from a file: it is uploaded, its columns are given fields, what would happen is shown, and only
 * then it happens.
 */
export default class ImportsController {
  create({ admin, view }: HttpContext) {
    requireImport(admin)
    return view.render('admin::pages/import_new', uploadScreen(admin))
  }

  async store(ctx: HttpContext) {
    const { admin, request, response } = ctx
    requireImport(admin)

    return orReason(ctx, async () => {
      const file = await keepUpload(admin, request.file('file'))
      return response.redirect().status(303).toPath(addressOf(admin, file))
    })
  }

  async edit(ctx: HttpContext) {
    const { admin, params, request, view } = ctx
    requireImport(admin)
    const file = await findUpload(admin, params.upload)
    return orReason(ctx, async () =>
      request.input('step') === 'check'
        ? this.#check(ctx, file)
        : view.render('admin::pages/import_columns', await columnsScreen(admin, file))
    )
  }

  async update(ctx: HttpContext) {
    const { admin, params, request, response } = ctx
    requireImport(admin)
    const file = await findUpload(admin, params.upload)
    const step = request.input('step')
    if (step === 'run') return orReason(ctx, () => this.#run(ctx, file))

    return orReason(ctx, async () => {
      if (step !== 'again') {
        const { headings } = await beginningOf(await contentOf(file.id))
        const targets = importTargets(admin.service.access)
        file.choices = sentChoices(request.body(), headings, targets)

        if (choiceProblems(file.choices, targets).length) return this.#refuseChoices(ctx, file)
        await file.save()
      }
      await new FileRuns(admin, file).newCheck()
      return response.redirect().status(303).toPath(checkAddress(admin, file))
    })
  }

  async #refuseChoices({ admin, response, view }: HttpContext, file: ImportFile) {
    response.status(422)
    return view.render('admin::pages/import_columns', await columnsScreen(admin, file, true))
  }

  async #check(ctx: HttpContext, file: ImportFile) {
    const { admin, response, view } = ctx
    const runs = new FileRuns(admin, file)
    const open = await runs.openImport()
    if (open) return response.redirect().status(303).toPath(`/admin/runs/${open.id}`)

    const targets = importTargets(admin.service.access)
    if (choiceProblems(file.choices!, targets).length) return this.#refuseChoices(ctx, file)

    const check = await runs.check()
    const screen = checkScreen(admin, file, check, await runs.importOfSame())
    return view.render('admin::pages/import_check', screen)
  }

  async #run({ admin, response, request, view, session, i18n }: HttpContext, file: ImportFile) {
    const runs = new FileRuns(admin, file)
    const check = await runs.lastCheck()
    const known = await runs.importOf(request.input('check'))
    if (known) return response.redirect().status(303).toPath(`/admin/runs/${known.id}`)

    if (!check || check.id !== request.input('check')) {
      session.flash('info', i18n.t('admin_bulk.import.check_first'))
      return response.redirect().status(303).toPath(checkAddress(admin, file))
    }

    const screen = checkScreen(admin, file, check, await runs.importOfSame())
    if (!screen.mayRun) return response.redirect().status(303).toPath(checkAddress(admin, file))
    if (!(await screen.confirmation.isGiven())) {
      response.status(422)
      return view.render('admin::pages/import_check', screen)
    }
    const run = await runs.begin(check, screen.confirmation.reason)
    return response.redirect().status(303).toPath(`/admin/runs/${run.id}`)
  }
}

/** What is wrong with the file is said where another one is uploaded. */
async function orReason<Answer>(
  { admin, response, view, i18n }: HttpContext,
  answer: () => Promise<Answer>
) {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const problem = i18n.t(`admin_bulk.import.unreadable.${error.reason}`, error.details)
    response.status(422)
    return view.render('admin::pages/import_new', uploadScreen(admin, problem))
  }
}

/** @throws E_NOT_ALLOWED */
function requireImport({ resource, service }: AdminContext) {
  const { access } = service
  if (!access.may('create') && !access.may('update')) {
    throw new E_NOT_ALLOWED(['import', resource.name])
  }
}

function checkAddress(admin: AdminContext, file: ImportFile) {
  return `${addressOf(admin, file)}?step=check`
}
