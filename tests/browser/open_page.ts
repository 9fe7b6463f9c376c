import env from '#start/env'
import { getActiveTest } from '@japa/runner'
import type { User } from '#app/accounts/public'
import auth from '@adonisjs/auth/services/main'
import type { Browser, BrowserContextOptions, Page } from 'playwright'

/**
 * Opens a window of its own, which is closed when the test is over. What the browser complains
 * about, refused scripts and styles among it, is in `complaints`.
 */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    baseURL: `http://${env.get('HOST')}:${env.get('PORT')}`,
    ...options,
  })
  getActiveTest()?.cleanup(() => context.close())

  const page = await context.newPage()
  return { page, complaints: complaintsOf(page) }
}

/**
 * Signs somebody in without the form, through which the stories go. The `loginAs` of the browser is the
 * same, but does not wait until it is done.
 */
export async function signIn(page: Page, user: User) {
  const { session } = await auth.createAuthenticatorClient().use().authenticateAsClient(user)
  await page.context().setSession(session!)
}

function complaintsOf(page: Page) {
  const complaints: string[] = []

  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return complaints
}
