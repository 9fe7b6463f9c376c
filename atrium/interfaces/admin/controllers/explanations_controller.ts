import type { HttpContext } from '@adonisjs/core/http'
import { E_NOT_ALLOWED } from '#atrium/resource/main'

import { ExplainedQuestion } from '../explanations/explained_question.ts'

/**
 * Why somebody may do something, or may not.
 */
export default class ExplanationsController {
  async show({ admin, request, response, view }: HttpContext) {
    if (!admin.actor.isAdministrator) throw new E_NOT_ALLOWED(['explain', 'roles'])

    const question = await ExplainedQuestion.of(request.qs(), admin)
    if (question.problem) response.status(422)
    return view.render('admin::pages/explain', { question })
  }
}
