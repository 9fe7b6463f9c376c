import type { HttpContext } from '@adonisjs/core/http'

/**
 * What a reader may choose: one of our themes, or the one that their system asks for.
 */
export const THEMES = ['system', 'atrium', 'atrium-dark']

const COOKIE = 'theme'

/**
 * The theme that a reader has chosen, if any. What stands in the cookie is not believed.
 */
export function chosenTheme({ request }: HttpContext): string | undefined {
  const name = request.plainCookie(COOKIE, { encoded: false })
  return THEMES.includes(name) && name !== 'system' ? name : undefined
}

/**
 * Keeps a reader's choice for a year.
 */
export function chooseTheme(name: string, { response }: HttpContext) {
  if (name === 'system') {
    response.clearCookie(COOKIE)
  } else {
    response.plainCookie(COOKIE, name, { encode: false, maxAge: '365 days' })
  }
}
