import type { Browser, BrowserContextOptions, Page, Response } from 'playwright'

import { findingsOn } from '../axe.ts'
import { everyScreen } from './every_screen.ts'
import { openPage } from '../open_page.ts'

/**
 * What is wrong with the screens of the admin, as one kind of browser shows them: what axe finds, what is
 * wider than the window, what the console complains of.
 *
 * @param onScreen is told at each screen which scripts came with it
 */
export async function findingsInAdmin(
  browser: Browser,
  options: BrowserContextOptions,
  onScreen?: (screen: string, scripts: Response[]) => Promise<void>
) {
  const { page, complaints } = await openPage(browser, options)
  const findings: string[] = []
  let scripts: Response[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response)
  })

  await everyScreen(page, async (screen) => {
    findings.push(...(await findingsOn(page)).map((finding) => `${screen}: ${finding}`))
    if (await isTooWide(page)) findings.push(`${screen}: is wider than the window`)
    await onScreen?.(screen, scripts)
    scripts = []
  })
  return [...findings, ...complaints.filter((complaint) => !/status of 4\d\d/.test(complaint))]
}

function isTooWide(page: Page) {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
}
