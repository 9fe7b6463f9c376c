import env from '#start/env'
import { getActiveTest } from '@japa/runner'
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
 * Signs somebody in whose password is `password123`.
 */
export async function signIn(page: Page, { email }: { email: string }) {
  await page.goto('/login')
  await page.fill('main [name=email]', email)
  await page.fill('main [name=password]', 'password123')
  await page.click('main form button[type=submit]')
  await page.waitForURL('/')
}

function complaintsOf(page: Page) {
  const complaints: string[] = []

  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return complaints
}
