import type { HttpContext } from '@adonisjs/core/http'

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
