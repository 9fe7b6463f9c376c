import type { Failure } from './failure.ts'
import { sentenceAbout } from './sentence.ts'
import { ownPathOf } from '../local_path.ts'
import { SAFE_METHODS } from '../safe_methods.ts'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * What is never put into a session: secrets, and the names under which our own messages stand there.
 */
const SECRET = /password|secret|token|csrf/i
const OURS = ['success', 'info', 'warning', 'error', 'inputErrorsBag', 'errorsBag', 'input']

/**
 * Shows a form again with what was typed and what is wrong with it. Says false when there is no
 * form to go back to: nothing was sent, there is no session to keep it in, or the browser does
 * not say where it came from.
 */
export function sendBack(failure: Failure, ctx: HttpContext) {
  const { request, response, session } = ctx
  const form = ownPathOf(request.header('referer'), request)

  if (!session || !form || SAFE_METHODS.includes(request.method())) {
    return false
  }

  session.flashOnly(Object.keys(request.original()).filter(isKept))
  if (failure.fields) {
    session.flash('inputErrorsBag', errorsOf(failure.fields))
  } else {
    session.flashErrors({ [failure.code]: failure.detail })
  }

  response.redirect().status(303).toPath(form)
  return true
}

function isKept(name: string) {
  return !SECRET.test(name) && !OURS.includes(name) && !name.startsWith('_')
}

function errorsOf(fields: NonNullable<Failure['fields']>) {
  const byField = Map.groupBy(fields, ({ field }) => field)

  return Object.fromEntries(
    Array.from(byField, ([field, failures]) => [
      field,
      failures.map(({ message }) => sentenceAbout(field, message)),
    ])
  )
}
