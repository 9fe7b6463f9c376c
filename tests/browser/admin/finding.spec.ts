import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import { emptyTables } from '#tests/empty_tables'
import { ArticleFactory } from '#database/factories/article_factory'

import { openPage, signIn } from '../open_page.ts'
import { administrator } from '../../functional/admin/people.ts'

async function openAdmin(browser: Browser, options = {}) {
  const { page, complaints } = await openPage(browser, options)
  const user = await administrator()
  await signIn(page, user)
  return { page, complaints, user }
}

test.group('Finding things in the admin', (group) => {
  group.each.setup(emptyTables)

  test('a key finds its row, words find rows of all resources', async ({ browser }) => {
    const { page } = await openAdmin(browser)
    const article = await ArticleFactory.merge({ title: 'Heron rookeries' }).create()
    await article.tagWith(['herons'])

    await page.goto('/admin/articles')
    await page.getByRole('searchbox', { name: 'Search Articles' }).fill(`#${article.id}`)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Select all 1 that match' }).waitFor()
    await page.getByRole('link', { name: 'Heron rookeries', exact: true }).waitFor()

    await page.getByRole('searchbox', { name: 'Search everything' }).fill('heron')
    await page.keyboard.press('Enter')
    await page
      .getByRole('region', { name: 'Tags', exact: true })
      .getByRole('link', { name: /herons/ })
      .waitFor()
    await page
      .getByRole('region', { name: 'Articles', exact: true })
      .getByRole('link', { name: /Heron rookeries/ })
      .click()
    await page.getByRole('heading', { level: 1, name: 'Heron rookeries' }).waitFor()
  })

  test('a breakdown counts values, and each of them filters, {$self}')
    .with(['with a script', 'without'] as const)
    .run(async ({ assert, browser }, how) => {
      const isScripted = how === 'with a script'
      const { page, complaints, user } = await openAdmin(browser, { javaScriptEnabled: isScripted })
      await ArticleFactory.merge({ authorId: user.id }).createMany(2)
      await ArticleFactory.create()

      await page.goto('/admin/articles')
      await page.getByText('Breakdown', { exact: true }).click()
      if (!isScripted) {
        await page.getByRole('link', { name: 'Show how often each value comes up' }).click()
      }
      await page.getByRole('heading', { name: 'By Author' }).waitFor()
      const value = page.getByRole('listitem').filter({ hasText: user.username })
      await value.getByText('2', { exact: true }).waitFor()
      await value.getByRole('link', { name: user.username }).click()
      await page.getByRole('list', { name: 'Filters in force' }).waitFor()
      assert.equal(await page.getByRole('link', { name: /^Article number/ }).count(), 2)
      assert.deepEqual(complaints, [])
    })

  test('columns are chosen, moved, and stay so, without a script', async ({ assert, browser }) => {
    const { page } = await openAdmin(browser, { javaScriptEnabled: false })
    await ArticleFactory.create()

    await page.goto('/admin/articles')
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('link', { name: 'Columns and density' }).click()
    await page.getByRole('checkbox', { name: 'Slug' }).check()
    await page.getByRole('checkbox', { name: 'Updated at' }).uncheck()
    await page.getByRole('button', { name: 'Move Author up' }).click()
    await page.getByRole('radio', { name: 'Compact' }).check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'set up as you want it' }).waitFor()

    await page.goto('/admin/articles')
    const heads = await page.getByRole('columnheader').allInnerTexts()
    const names = heads.map((text) => text.trim().split('\n')[0])
    assert.deepEqual(names.slice(1, -1), ['Author', 'Title', 'Published at', 'Slug'])
  })

  test('what belongs to a row is loaded beside it', async ({ browser }) => {
    const { page, user } = await openAdmin(browser)
    const article = await ArticleFactory.create()
    await article.comment(user, 'Well said')

    await page.goto(`/admin/articles/${article.id}`)
    const panel = page.getByRole('region', { name: 'Comments', exact: true })
    await panel.scrollIntoViewIfNeeded()
    await panel.getByText('Well said').waitFor()
  })
})

test.group('The frame of the admin', (group) => {
  group.each.setup(emptyTables)

  test('is gone through by keys', async ({ browser }) => {
    const { page } = await openAdmin(browser)
    await ArticleFactory.createMany(30)

    await page.goto('/admin/articles')
    await page.keyboard.press(']')
    await page.getByRole('link', { name: 'Previous' }).waitFor()
    await page.keyboard.press('[')
    await page.getByRole('link', { name: 'Previous' }).waitFor({ state: 'detached' })
    await page.keyboard.press('n')
    await page.getByRole('heading', { level: 1, name: 'New Article' }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('h')
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor()
  })

  test('takes a theme and a language, {$self}')
    .with(['with a script', 'without'] as const)
    .run(async ({ assert, browser }, how) => {
      const { page } = await openAdmin(browser, { javaScriptEnabled: how === 'with a script' })
      const choose = async (account: RegExp, choice: string) => {
        await page.getByRole('button', { name: account }).click()
        await page.getByRole('link', { name: choice, exact: true }).click()
      }

      await page.goto('/admin/tags')
      await choose(/^Account of/, 'Dark')
      await page.waitForFunction('document.documentElement.dataset.theme === "atrium-dark"')
      await page.goto('/admin/tags')
      await choose(/^Account of/, 'Deutsch')
      await page.getByRole('searchbox', { name: 'Alles durchsuchen' }).waitFor()
      await page.goto('/admin')
      assert.equal(await page.locator('html').getAttribute('lang'), 'de')
      assert.equal(await page.locator('html').getAttribute('data-theme'), 'atrium-dark')
    })

  test('keeps its navigation behind a button on a telephone', async ({ assert, browser }) => {
    const { page } = await openAdmin(browser, { viewport: { width: 390, height: 800 } })
    await page.goto('/admin')

    const navigation = page.getByRole('navigation', { name: 'Admin' })
    assert.equal(await navigation.count(), 0)
    await page.getByRole('button', { name: 'Open the menu' }).click()
    await navigation.getByRole('link', { name: 'Comments', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Comments' }).waitFor()
  })
})
