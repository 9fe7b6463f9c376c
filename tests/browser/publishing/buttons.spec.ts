import { test } from '@japa/runner'
import { emptyTables } from '#tests/empty_tables'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { openPage, signIn } from '../open_page.ts'

test.group('Favorite and follow', (group) => {
  group.each.setup(emptyTables)

  test('change where they stand {$self}')
    .with(['with JavaScript', 'without JavaScript'])
    .run(async ({ assert, browser }, way) => {
      const { page, complaints } = await openPage(browser, {
        javaScriptEnabled: way === 'with JavaScript',
      })
      const [article] = await ArticleFactory.createMany(3)
      await signIn(page, await UserFactory.create())

      await page.goto(`/article/${article.slug}`)
      await page.locator('.article-meta .btn-outline-primary').click()
      await page.locator('.article-meta .btn-primary', { hasText: 'Unfavorite' }).waitFor()

      const name = article.author.username
      await page.getByRole('button', { name: `Follow ${name}`, exact: true }).click()
      await page.getByRole('button', { name: `Unfollow ${name}`, exact: true }).waitFor()

      await page.goto('/?feed=following')
      assert.equal(await page.locator('.article-preview').count(), 1)
      await page.locator('.article-preview .btn-primary').click()
      await page.locator('.article-preview .btn-outline-primary').waitFor()
      assert.equal(new URL(page.url()).search, '?feed=following')
      assert.deepEqual(complaints, [])
    })

  test('lead whoever is not signed in to do so, and back', async ({ assert, browser }) => {
    const { page } = await openPage(browser)
    const article = await ArticleFactory.create()
    const reader = await UserFactory.create()

    await page.goto(`/article/${article.slug}`)
    await page.locator('.article-meta .btn-outline-primary').click()
    await page.waitForURL(/\/login/)
    await page.fill('main [name=email]', reader.email)
    await page.fill('main [name=password]', 'password123')
    await page.click('main form button[type=submit]')

    await page.waitForURL(`/article/${article.slug}`)
    assert.equal(await page.getByPlaceholder('Write a comment...').count(), 1)
  })
})
