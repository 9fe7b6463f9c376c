import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { openPage } from '../open_page.ts'

const ENDLESS = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(3)

test.group('The theme', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('follows the system until somebody chooses one: {$self}')
    .with([true, false])
    .run(async ({ assert, browser }, javaScriptEnabled) => {
      const { page, complaints } = await openPage(browser, {
        javaScriptEnabled,
        colorScheme: 'dark',
      })
      const html = page.locator('html')
      const ground = () =>
        html.evaluate((element) => getComputedStyle(element).getPropertyValue('color-scheme'))

      await page.goto('/search')
      assert.isNull(await html.getAttribute('data-theme'))
      assert.equal(await ground(), 'dark')

      const stored = page.waitForResponse(/\/theme\/atrium$/)
      await page.getByRole('link', { name: 'Light theme' }).click()
      await stored
      await page.goto('/login')
      assert.equal(await html.getAttribute('data-theme'), 'atrium')
      assert.equal(await ground(), 'light')

      const forgotten = page.waitForResponse(/\/theme\/system$/)
      await page.getByRole('link', { name: 'As the system' }).click()
      await forgotten
      await page.goto('/login')
      assert.isNull(await html.getAttribute('data-theme'))
      assert.deepEqual(complaints, [])
    })
})

test.group('A page', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is never wider than a telephone, however long the words', async ({ assert, browser }) => {
    const author = await UserFactory.merge({ bio: ENDLESS }).create()
    const body = `${ENDLESS}\n\n\`\`\`\n${ENDLESS}\n\`\`\`\n\n| ${ENDLESS} | b |\n|---|---|\n| 1 | 2 |`
    const article = await ArticleFactory.merge({
      authorId: author.id,
      title: ENDLESS,
      description: ENDLESS,
      body,
    }).create()
    await article.tagWith([ENDLESS.slice(0, 40)])
    await article.comment(author, ENDLESS)

    const { page } = await openPage(browser, { viewport: { width: 360, height: 740 } })
    const paths = ['/', `/article/${article.slug}`, `/profile/${author.username}`, '/login']
    const widths = []
    for (const path of paths) {
      await page.goto(path)
      widths.push(await page.evaluate(() => document.documentElement.scrollWidth))
    }

    assert.deepEqual(widths, [360, 360, 360, 360])
  })

  test('does not move while it loads', async ({ assert, browser }) => {
    const [article] = await ArticleFactory.createMany(10)
    const { page } = await openPage(browser)
    await page.addInitScript(() => {
      const shifts: number[] = ((window as any).shifts = [])
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as any).value)
      }).observe({ type: 'layout-shift', buffered: true })
    })

    for (const path of ['/', `/article/${article.slug}`]) {
      await page.goto(path, { waitUntil: 'networkidle' })
      await page.evaluate(() => document.fonts.ready)
      const shifts: number[] = await page.evaluate(() => (window as any).shifts)
      assert.isBelow(
        shifts.reduce((sum, shift) => sum + shift, 0),
        0.01
      )
    }
  })
})
