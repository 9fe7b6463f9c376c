import { newUuid } from '#atrium/model/main'
import type { HttpContext } from '@adonisjs/core/http'
import { isValidationError, type Row } from '#atrium/resource/main'

import { Uploads } from './uploads.ts'
import { givesAccess } from '../gives_access.ts'
import { PASSWORD, ownPasswordProblem } from '../own_password.ts'
import { typedReason } from './typed_reason.ts'
import type { Place } from './places.ts'
import type { RowForm } from './row_form.ts'
import { type FormProblem, formProblems, sentence } from './form_problems.ts'

/** What became of a form: saved, with the operation that undoes it, or refused */
export type Saved =
  | { row: Row; operation?: string; isChanged: boolean; problems?: undefined }
  | { problems: FormProblem[] }

/**
 * Saves what was typed into a form. What is wrong with it comes back as problems at their places.
 *
 * @throws E_STALE_ROW somebody else saved the row since the form was opened
 */
export async function saveForm(ctx: HttpContext, form: RowForm): Promise<Saved> {
  const { admin, request } = ctx
  const uploads = new Uploads(ctx, admin.config)
  const operation = newUuid()
  let places: Place[] = []

  try {
    await uploads.store(form)
    const changes = await form.changes()
    places = changes.places
    if (form.row && !Object.keys(changes.input).length) return { row: form.row, isChanged: false }

    const refused = await passwordProblems(ctx, form, changes.input)
    if (refused.length) {
      await uploads.discard()
      return { problems: refused }
    }

    const row = await write(form, changes.input, {
      operationId: operation,
      reason: typedReason(request.input('_reason')),
    })
    return { row, isChanged: true, ...(form.resource.isRecorded && { operation }) }
  } catch (error: any) {
    await uploads.discard()
    return { problems: problemsOf(form, error, places) }
  }
}

/** What gives access asks for the password of whoever saves it. */
async function passwordProblems(
  ctx: HttpContext,
  { admin, resource }: RowForm,
  input: Record<string, unknown>
): Promise<FormProblem[]> {
  if (!admin.actor.user || !givesAccess(resource, input)) return []

  const problem = await ownPasswordProblem(ctx, ctx.request.input(PASSWORD))
  if (!problem) return []
  const label = admin.reader.i18n.t('admin_form.page.password')
  return [{ field: PASSWORD, label, message: sentence(label, problem) }]
}

function write(
  { admin, resource, row, version }: RowForm,
  input: Record<string, unknown>,
  options: { operationId: string; reason?: string }
) {
  const service = admin.serviceOf(resource)
  return row
    ? service.update(row.key, input, { ...options, version })
    : service.create(input, options)
}

/** Models have errors of their own that name a field. */
function problemsOf({ admin, plan }: RowForm, thrown: any, places: Place[]) {
  const error = admin.phrases.translate(thrown)
  if (isValidationError(error)) return formProblems(plan, error, places)
  if (error?.code === 'E_ALREADY_TAKEN' && typeof error.field === 'string') {
    const taken = { rule: 'unique', message: 'has already been taken' }
    const messages = [{ field: error.field, message: admin.phrases.sayProblem(taken) }]
    return formProblems(plan, { messages }, places)
  }
  throw error
}
