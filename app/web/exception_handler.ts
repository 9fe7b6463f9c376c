import app from '@adonisjs/core/services/app'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'

import { failureOf } from './failures/failure.ts'
import { answerWithPage } from './failures/page_form.ts'
import { answerAsProblem } from './failures/problem_form.ts'
import { formOfAnswer } from './failures/form_of_answer.ts'
import { answerInRealWorldForm } from './failures/realworld_form.ts'

const answers = {
  page: answerWithPage,
  problem: answerAsProblem,
  realworld: answerInRealWorldForm,
}

/**
 * Turns what went wrong into an answer that whoever asked can read, and into a line in the log
 * that we can find again by the request's id.
 */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = app.inDev

  /**
   * Answers. Only a developer's own browser is shown where in the code something broke.
   */
  async handle(error: unknown, ctx: HttpContext) {
    const failure = failureOf(error)
    const form = formOfAnswer(ctx.request)

    if (failure.code === 'E_UNEXPECTED' && form === 'page' && this.debug) {
      return this.renderErrorAsHTML(this.toHttpError(error), ctx)
    }

    if (failure.retryAfter) {
      ctx.response.header('Retry-After', failure.retryAfter)
    }

    /**
     * The rest of a body that is too large is not waited for.
     */
    if (failure.status === 413) {
      ctx.response.header('Connection', 'close')
    }
    return answers[form](failure, ctx)
  }

  /**
   * Writes down what is our fault in full, and what is not in one line.
   */
  async report(error: unknown, ctx: HttpContext) {
    const { status, code } = failureOf(error)

    if (status >= 500) {
      ctx.logger.error({ err: error, code }, 'The request failed')
    }
  }
}
