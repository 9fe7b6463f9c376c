import { E_STALE_ROW } from '#atrium/model/main'
import { E_NOT_ALLOWED } from '#atrium/resource/main'
import type { HttpContext } from '@adonisjs/core/http'

import { rowFor } from '../rows/row_for.ts'
import { RowPage } from '../rows/row_page.ts'
import { rowName } from '../rows/row_name.ts'
import { addressOf } from '../rows/addresses.ts'
import { RowForm } from '../forms/row_form.ts'
import { saveForm } from '../forms/save_form.ts'
import { formView } from '../forms/form_view.ts'
import { formTitle } from '../forms/form_title.ts'
import { addressAfter } from '../forms/address_after.ts'
import { templateOf } from '../eject/template_of.ts'
import { resolveConflict } from '../forms/conflict.ts'
import type { FormProblem } from '../forms/form_problems.ts'

/**
 * Rows: one is shown, made, changed.
 */
export default class RowsController {
  async show({ admin, params, view }: HttpContext) {
    const page = await RowPage.of(admin, params.key)
    return view.render(templateOf(admin.resource, 'show'), { page })
  }

  async create(ctx: HttpContext) {
    const { admin, request } = ctx
    admin.service.access.require('create')

    const from = request.input('from')
    const original = typeof from === 'string' ? await admin.service.show(from) : undefined
    const form = original
      ? await RowForm.forCopy(admin, original)
      : RowForm.forNew(admin, request.qs())
    return this.#show(ctx, form, { original })
  }

  async store(ctx: HttpContext) {
    const { admin, request } = ctx
    admin.service.access.require('create')

    const form = RowForm.forNew(admin)
    form.take(request.body())
    if (this.#isUnfinished(ctx, form)) return this.#show(ctx, form)

    const saved = await saveForm(ctx, form)
    if (saved.problems) return this.#show(ctx, form, { problems: saved.problems })
    return this.#lead(ctx, form, saved, 'created')
  }

  async edit(ctx: HttpContext) {
    const { admin, params } = ctx
    admin.service.access.require('update')

    const row = await admin.service.show(params.key, { actions: ['update'] })
    if (!row.allowed.update) throw new E_NOT_ALLOWED(['update', admin.resource.name])
    return this.#show(ctx, await RowForm.forRow(admin, row))
  }

  async update(ctx: HttpContext) {
    try {
      return await this.#update(ctx)
    } catch (error) {
      if (!(error instanceof E_STALE_ROW)) throw error
      return this.#update(ctx)
    }
  }

  /** Somebody may save between our look at the row and our write: then it is looked at again. */
  async #update(ctx: HttpContext) {
    const { admin, params, request, view, response } = ctx

    const form = await RowForm.forRow(admin, await rowFor(admin, 'update', params.key))
    form.take(request.body())
    const conflict = await resolveConflict(form, request.body())
    if (conflict) {
      response.status(409)
      return view.render('admin::pages/conflict', { conflict, reason: request.input('_reason') })
    }
    if (this.#isUnfinished(ctx, form)) return this.#show(ctx, form)

    const saved = await saveForm(ctx, form)
    if (saved.problems) return this.#show(ctx, form, { problems: saved.problems })
    return this.#lead(ctx, form, saved, saved.isChanged ? 'updated' : 'unchanged')
  }

  /** Buttons that work without scripts: another inline row, and back from a merge to the form. */
  #isUnfinished({ request }: HttpContext, form: RowForm) {
    const added = request.input('_add')
    if (typeof added === 'string') form.addInline(added)
    return typeof added === 'string' || request.input('_then') === 'edit'
  }

  async #show(
    ctx: HttpContext,
    form: RowForm,
    {
      problems = [],
      original,
    }: { problems?: FormProblem[]; original?: { key: string; title: string } } = {}
  ) {
    const { admin, response, request, view } = ctx
    if (problems.length || request.method() !== 'GET') response.status(422)

    return view.render(templateOf(admin.resource, 'form'), {
      form: await formView(form, problems),
      name: form.row && rowName(admin.resource, form.row),
      row: form.row,
      title: formTitle(admin, form.row, original),
      address: form.row ? addressOf(admin.resource, form.row.key) : `/admin/${admin.resource.name}`,
      reason: request.input('_reason', ''),
    })
  }

  async #lead(
    { admin, i18n, request, response, session }: HttpContext,
    form: RowForm,
    { row, operation }: { row: { key: string; title: string }; operation?: string },
    word: string
  ) {
    session.flash(
      'success',
      i18n.t(`admin_form.saved.${word}`, { title: rowName(admin.resource, row) })
    )
    if (operation) session.flash('undo', operation)

    const then = request.input('_then')
    return response
      .redirect()
      .status(303)
      .toPath(addressAfter(admin, form, row.key, then))
  }
}
