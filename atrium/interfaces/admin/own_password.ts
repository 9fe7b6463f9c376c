import type { HttpContext } from '@adonisjs/core/http'

import { labelled } from './forms/labelled.ts'
import { backAddress, cameFrom } from './rows/back_address.ts'

/** Where a form has the password of whoever fills it in */
export const PASSWORD = '_password'

/**
 * Makes sure that it is the user who sits at the screen.
 *
 * @returns what is wrong with the password that was typed, to be said after its label
 * @throws E_TOO_MANY_REQUESTS it was tried too often
 */
export async function ownPasswordProblem({ admin }: HttpContext, typed: unknown) {
  const { actor, config, phrases } = admin
  const password = typeof typed === 'string' && typed !== '' ? typed : undefined

  try {
    await config.confirmPassword(actor.user!, password)
  } catch (error) {
    const { messages } = phrases.translate(error) as { messages?: { message: string }[] }
    if (!Array.isArray(messages)) throw error
    return messages.map(({ message }) => message).join(' ')
  }
}

/**
 * Has the own password said before what a button asks is done.
 *
 * @returns the page that asks for it, and does the same once it is right; nothing when it is
 */
export async function askedForPassword(ctx: HttpContext) {
  const { admin, i18n, request, response, view } = ctx
  if (!admin.actor.user) return

  const typed = request.input(PASSWORD)
  const problem = await ownPasswordProblem(ctx, typed)
  if (!problem) return

  response.status(422)
  return view.render('admin::pages/own_password', {
    address: request.url(),
    name: PASSWORD,
    problem:
      typed === undefined ? undefined : labelled(i18n.t('admin_form.page.password'), problem),
    kept: { field: request.input('field'), _from: cameFrom(request) },
    back: await backAddress(ctx),
  })
}
