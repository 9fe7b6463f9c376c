import { brotliCompressSync } from 'node:zlib'
import { test } from '@japa/runner'
import type { Page, Response } from 'playwright'
import { emptyTables } from '#tests/empty_tables'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { findingsOn } from '../axe.ts'
import { openPage, signIn } from '../open_page.ts'

/** Bytes of compressed JavaScript that the first load of a screen may take */
const MOST = 60 * 1024

/** One address of each kind of screen. Charts bring a library along, and so are left out of the limit */
async function screens() {
  const user = await UserFactory.create()
  const article = await ArticleFactory.merge({ authorId: user.id }).create()
  const role = '/admin/roles/2'

  return {
    dashboard: '/admin',
    others: [
      '/admin/articles',
      '/admin/articles?filter=publishedAt:*&sort=-title',
      '/admin/articles?filter=nonsense(',
      '/admin/articles/settings',
      '/admin/articles/new',
      `/admin/articles/${article.id}`,
      `/admin/articles/${article.id}/edit`,
      `/admin/articles/${article.id}/delete`,
      `/admin/articles/${article.id}/history`,
      '/admin/articles/import',
      `${role}/edit`,
      `/admin/users/${user.id}`,
      `/admin/users/${user.id}/edit`,
      '/admin/comments?trash=only',
      '/admin/search?q=article',
      '/admin/search?q=nothing-of-this-kind',
      `/admin/explain?user=${user.username}&resource=articles&action=update`,
      `/admin/impersonations/new/${user.id}`,
    ],
  }
}

async function signedIn(page: Page) {
  const user = await UserFactory.create()
  await user.takeOnRoles('administrator')
  await signIn(page, user)
}

test.group('The screens of the admin', (group) => {
  group.each.setup(emptyTables)

  test('give axe nothing to find, {colorScheme} at {width}')
    .with([
      { colorScheme: 'light', width: 1280 },
      { colorScheme: 'dark', width: 390 },
    ] as const)
    .run(async ({ assert, browser }, { colorScheme, width }) => {
      const { dashboard, others } = await screens()
      const { page, complaints } = await openPage(browser, {
        colorScheme,
        viewport: { width, height: 860 },
      })
      await signedIn(page)

      const findings: string[] = []
      for (const path of [dashboard, ...others]) {
        await page.goto(path)
        findings.push(...(await findingsOn(page)))
        const isWide = await page.evaluate(
          () => document.documentElement.scrollWidth > window.innerWidth
        )
        if (isWide) findings.push(`${path} is wider than the screen`)
      }

      assert.deepEqual(findings, [])
      assert.deepEqual(
        complaints.filter((complaint) => !/status of 4\d\d/.test(complaint)),
        []
      )
    })
    .timeout(180_000)

  test('load no more than 60 kB of compressed JavaScript', async ({ assert, browser }) => {
    const { others } = await screens()
    const { page } = await openPage(browser)
    await signedIn(page)

    const sizes = new Map<string, number>()
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response)
    })
    let scripts: Response[] = []

    for (const path of others) {
      scripts = []
      await page.goto(path, { waitUntil: 'networkidle' })
      const bodies = await Promise.all(scripts.map((response) => response.body()))
      const size = bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0)
      if (size > MOST) sizes.set(path, size)
    }
    assert.deepEqual([...sizes], [])
  }).timeout(120_000)
})
