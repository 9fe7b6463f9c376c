import type { HttpContext } from '@adonisjs/core/http'
import { E_NOT_ALLOWED, Runs } from '#atrium/resource/main'

import { sayIn } from '../imports/say.ts'
import { dryRun } from '../imports/dry_run.ts'
import type { AdminContext } from '../admin_context.ts'
import { importTargets } from '../imports/targets.ts'
import type ImportFile from '../models/import_file.ts'
import { UnreadableFile } from '../imports/errors.ts'
import { choiceProblems, sentChoices } from '../imports/sent_choices.ts'
import { beginningOf, findUpload, keepUpload, lineCount } from '../imports/uploads.ts'
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

  async store({ admin, request, response, view, i18n }: HttpContext) {
    requireImport(admin)

    try {
      const file = await keepUpload(admin, request.file('file'))
      return response.redirect().status(303).toPath(addressOf(admin, file))
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      const problem = i18n.t(`admin_bulk.import.unreadable.${error.reason}`, error.details)
      response.status(422)
      return view.render('admin::pages/import_new', uploadScreen(admin, problem))
    }
  }

  async edit({ admin, params, request, response, view, i18n }: HttpContext) {
    requireImport(admin)
    const file = await findUpload(admin, params.upload)
    if (request.input('step') !== 'check') {
      return view.render('admin::pages/import_columns', await columnsScreen(admin, file))
    }

    try {
      const result = await dryRun(orderOf(admin, file))
      return view.render('admin::pages/import_check', checkScreen(admin, file, result))
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      const problem = i18n.t(`admin_bulk.import.unreadable.${error.reason}`, error.details)
      response.status(422)
      return view.render('admin::pages/import_new', uploadScreen(admin, problem))
    }
  }

  async update(ctx: HttpContext) {
    const { admin, params, request, response, view } = ctx
    requireImport(admin)
    const file = await findUpload(admin, params.upload)
    if (request.input('step') === 'run') return this.#run(ctx, file)

    const { headings } = await beginningOf(file.content)
    const targets = importTargets(admin.service.access)
    file.choices = sentChoices(request.body(), headings, targets)

    if (choiceProblems(file.choices, targets).length) {
      response.status(422)
      return view.render('admin::pages/import_columns', await columnsScreen(admin, file, true))
    }
    await file.save()
    return response
      .redirect()
      .status(303)
      .toPath(`${addressOf(admin, file)}?step=check`)
  }

  async #run({ admin, response, view, i18n }: HttpContext, file: ImportFile) {
    const result = await dryRun(orderOf(admin, file))
    const screen = checkScreen(admin, file, result)

    if (!(await screen.confirmation.isGiven())) {
      response.status(422)
      return view.render('admin::pages/import_check', screen)
    }

    const { resource, actor, service } = admin
    const { headings } = await beginningOf(file.content, 0)
    const run = await Runs.begin(
      { resource, actor, access: service.access },
      {
        action: 'import',
        reason: screen.confirmation.reason,
        total: await lineCount(file.content),
        task: { file: file.id, headings, locale: i18n.locale },
      }
    )
    return response.redirect().status(303).toPath(`/admin/runs/${run.id}`)
  }
}

/** @throws E_NOT_ALLOWED */
function requireImport({ resource, service }: AdminContext) {
  const { access } = service
  if (!access.may('create') && !access.may('update')) {
    throw new E_NOT_ALLOWED(['import', resource.name])
  }
}

function orderOf({ actor, resource, ctx }: AdminContext, { content, choices }: ImportFile) {
  return { actor, resource, content, choices: choices!, say: sayIn(ctx.i18n) }
}
