import { E_STALE_ROW } from '#atrium/model/main'
import { errors } from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'

import { CellForm } from '../lists/cell_form.ts'
import { addressOf } from '../rows/addresses.ts'
import type { FormText } from '../forms/form_text.ts'

/**
 * One field of a row, edited within the list. It takes a script: without one the row's form is shown.
 */
export default class CellsController {
  async edit(ctx: HttpContext) {
    const { admin, params, request, response } = ctx
    const form = await CellForm.of(admin, params.key, params.field)
    if (request.qs().shown !== undefined) return this.#shown(ctx, form)
    if (request.header('turbo-frame')) return this.#form(ctx, form)

    return response.redirect().toPath(`${addressOf(admin.resource, params.key)}/edit`)
  }

  async update(ctx: HttpContext) {
    const { admin, params, request } = ctx
    const form = await CellForm.of(admin, params.key, params.field)
    const typed = request.input(params.field, '') as FormText

    try {
      await form.save(typed, String(request.input('_version', '')))
    } catch (error) {
      const problem = this.#problem(ctx, error)
      return this.#form(ctx, form, problem.isStale ? undefined : typed, problem.message)
    }
    return this.#shown(ctx, await CellForm.of(admin, params.key, params.field))
  }

  async #form(
    { request, response, view }: HttpContext,
    form: CellForm,
    typed?: FormText,
    problem?: string
  ) {
    if (problem) response.status(422)
    return view.render('admin::pages/cell', {
      form,
      control: await form.control(typed, problem),
      isFirst: request.input('first') !== undefined,
    })
  }

  #shown({ request, view }: HttpContext, form: CellForm) {
    const isFirst = request.input('first') !== undefined
    return view.render('admin::pages/cell_shown', { frame: form.frame, isFirst, ...form.shown })
  }

  #problem({ admin, i18n }: HttpContext, error: unknown) {
    if (error instanceof E_STALE_ROW)
      return { isStale: true, message: i18n.t('admin_list.cell.stale') }
    if (!(error instanceof errors.E_VALIDATION_ERROR)) throw error

    const messages = admin.phrases
      .translate(error)
      .messages.map(({ message }: { message: string }) => message)
    return { isStale: false, message: messages.join(' ') }
  }
}
