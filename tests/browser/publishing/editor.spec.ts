import { test } from '@japa/runner'
import Article from '#app/publishing/models/article'
import { emptyTables } from '#tests/empty_tables'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { openPage, signIn } from '../open_page.ts'

test.group('The tags in the editor', (group) => {
  group.each.setup(emptyTables)

  test('become pills by Enter, which does not send the form', async ({ assert, browser }) => {
    const { page, complaints } = await openPage(browser)
    await signIn(page, await UserFactory.create())
    await page.goto('/editor')
    const tags = page.getByPlaceholder('Enter tags')
    const pills = page.locator('.tags-field .tag-pill')

    await tags.fill('trees')
    await tags.press('Enter')
    await tags.fill('apples')
    await tags.press('Enter')
    await tags.fill('trees')
    await tags.press('Enter')

    assert.equal(new URL(page.url()).pathname, '/editor')
    assert.equal(await pills.count(), 2)
    assert.equal(await tags.inputValue(), '')

    await pills.filter({ hasText: 'trees' }).locator('i').click()
    assert.equal(await pills.count(), 1)

    await tags.fill('typed last')
    await page.fill('[name=title]', 'How to prune')
    await page.fill('[name=body]', 'With care.')
    await page.getByRole('button', { name: 'Publish Article' }).click()
    await page.waitForURL('/article/how-to-prune')

    assert.deepEqual(await page.locator('.tag-list li').allTextContents(), ['apples', 'typed last'])
    assert.deepEqual(complaints, [])
  })

  test('are there as pills when an article is edited', async ({ assert, browser }) => {
    const { page } = await openPage(browser)
    const article = await ArticleFactory.create()
    await article.tagWith(['trees', 'apples'])
    await signIn(page, article.author)

    await page.goto(`/editor/${article.slug}`)
    await page.locator('.tags-field .tag-pill').first().waitFor()
    assert.equal(await page.locator('.tags-field .tag-pill').count(), 2)

    await page.locator('.tag-pill', { hasText: 'trees' }).locator('i').click()
    await page.getByRole('button', { name: 'Publish Article' }).click()
    await page.waitForURL(`/article/${article.slug}`)
    assert.deepEqual(await page.locator('.tag-list li').allTextContents(), ['apples'])
  })
})

test.group('The editor', (group) => {
  group.each.setup(emptyTables)

  test('shows what is wrong, and keeps what was typed {$self}')
    .with(['with JavaScript', 'without JavaScript'])
    .run(async ({ assert, browser }, way) => {
      const { page } = await openPage(browser, { javaScriptEnabled: way === 'with JavaScript' })
      await signIn(page, await UserFactory.create())
      await page.goto('/editor')

      await page.fill('[name=title]', '   ')
      await page.fill('[name=body]', 'Kept & <b>')
      await page.getByPlaceholder('Enter tags').fill('trees')
      await page.getByRole('button', { name: 'Publish Article' }).click()

      await page.locator('.error-messages li').first().waitFor()
      assert.equal(new URL(page.url()).pathname, '/editor')
      assert.match(await page.locator('.error-messages').innerText(), /Title can.t be blank/)
      assert.equal(await page.locator('#title').getAttribute('aria-invalid'), 'true')
      assert.equal(await page.locator('[name=body]').inputValue(), 'Kept & <b>')
      assert.equal(await page.locator('[name=tagList]').inputValue(), 'trees')
      assert.lengthOf(await Article.all(), 0)
    })

  test('keeps drafts, which wait in a list and can be published there', async ({
    assert,
    browser,
  }) => {
    const { page } = await openPage(browser)
    await signIn(page, await UserFactory.create())

    await page.goto('/editor')
    await page.fill('[name=title]', 'Half a thought')
    await page.fill('[name=body]', 'It begins.')
    await page.getByRole('button', { name: 'Save draft' }).click()
    await page.waitForURL('/editor/half-a-thought')

    await page.goto('/drafts')
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.waitForURL('/article/half-a-thought')
    assert.equal(await page.getByText('This is a draft').count(), 0)
  })
})
