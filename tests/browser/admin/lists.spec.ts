import { test } from '@japa/runner'
import type { Page } from 'playwright'
import Article from '#app/publishing/models/article'
import { emptyTables } from '#tests/empty_tables'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { openPage, signIn } from '../open_page.ts'

async function articles(...titles: string[]) {
  const user = await UserFactory.create()
  await user.takeOnRoles('administrator')
  for (const title of titles) await ArticleFactory.merge({ title, authorId: user.id }).create()
  return user
}

function rowOf(page: Page, title: string) {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: title }) })
}

test.group('A list in a browser', (group) => {
  group.each.setup(emptyTables)

  test('edits a cell in its place, and leaves it by Escape', async ({ assert, browser }) => {
    const user = await articles('Beans', 'Apples')
    const { page, complaints } = await openPage(browser)
    await signIn(page, user)
    await page.goto('/admin/articles?sort=title')

    const edit = page.getByRole('button', { name: 'Edit Title of Beans' })
    await rowOf(page, 'Beans').getByRole('rowheader').hover()
    await edit.click()
    await page.getByLabel('Title', { exact: true }).press('Escape')
    await edit.waitFor()

    await rowOf(page, 'Beans')
      .getByRole('rowheader')
      .dblclick({ position: { x: 4, y: 4 } })
    await page.getByLabel('Title', { exact: true }).fill('Broad beans')
    await page.getByRole('button', { name: 'Save Title' }).click()
    await page.getByRole('link', { name: 'Broad beans', exact: true }).waitFor()

    assert.isNotNull(await Article.findBy({ title: 'Broad beans' }))
    assert.deepEqual(complaints, [])
  })

  test('is gone through by keys', async ({ assert, browser }) => {
    const user = await articles('Apples', 'Beans')
    const { page } = await openPage(browser)
    await signIn(page, user)
    await page.goto('/admin/articles?sort=title')

    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    assert.isTrue(await page.getByLabel('Select Beans').isChecked())
    await page.getByText('1 row selected').waitFor()

    await page.keyboard.press('?')
    assert.isTrue(await page.getByRole('dialog').isVisible())
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    const focused = () => page.evaluate('document.activeElement.id')
    assert.equal(await focused(), 'list-search')

    await page.getByLabel('Select Beans').focus()
    await page.keyboard.press('k')
    await page.keyboard.press('o')
    await page.waitForURL(/\/admin\/articles\/\d+$/)
    await page.getByRole('heading', { level: 1, name: 'Apples' }).waitFor()
  })

  test('edits the cell in which the focus is, or the first, by a key', async ({
    assert,
    browser,
  }) => {
    const user = await articles('Apples', 'Beans')
    const { page } = await openPage(browser)
    await signIn(page, user)
    await page.goto('/admin/articles?sort=title')

    await page.keyboard.press('j')
    await page.keyboard.press('c')
    await page.getByLabel('Title', { exact: true }).fill('Pears')
    await page.getByLabel('Title', { exact: true }).press('Enter')
    await page.getByRole('link', { name: 'Pears', exact: true }).waitFor()
    const focused = page.locator(':focus')
    await page.waitForFunction('document.activeElement.matches(".cell-edit")')
    assert.equal(await focused.getAttribute('aria-label'), 'Edit Title of Pears')

    await rowOf(page, 'Pears').getByRole('link', { name: user.username }).focus()
    await page.keyboard.press('c')
    await page.getByRole('button', { name: 'Save Author' }).waitFor()
    await page.keyboard.press('Escape')
    await rowOf(page, 'Pears').getByRole('link', { name: user.username }).click()
    await page.waitForURL(`/admin/users/${user.id}`)
  })

  test('has a menu for each row, made of one for all', async ({ assert, browser }) => {
    const user = await articles('Apples', 'Beans')
    const { page, complaints } = await openPage(browser)
    await signIn(page, user)
    await page.goto('/admin/articles?sort=title')
    const apples = page.getByRole('button', { name: 'Actions for Apples' })
    const edit = page.getByRole('link', { name: 'Edit', exact: true })

    await apples.click()
    await edit.waitFor()
    await apples.click()
    await edit.waitFor({ state: 'hidden' })

    await apples.press(' ')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    assert.equal(await edit.evaluate((link) => link === link.ownerDocument.activeElement), true)
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Actions for Beans' }).click()
    await edit.click()
    await page.getByRole('heading', { level: 1, name: 'Edit Beans' }).waitFor()
    assert.deepEqual(complaints, [])
  })

  test('leads to the row for what its menu does, without a script', async ({ browser }) => {
    const user = await articles('Apples')
    const { page } = await openPage(browser, { javaScriptEnabled: false })
    await signIn(page, user)
    await page.goto('/admin/articles')

    await page.getByRole('link', { name: 'Actions for Apples' }).click()
    await page.getByRole('link', { name: 'Delete' }).click()
    await page.getByRole('heading', { level: 1, name: 'Delete “Apples”?' }).waitFor()
  })

  test('is filtered by its form, {$self}')
    .with(['with a script', 'without'] as const)
    .run(async ({ assert, browser }, how) => {
      const isScripted = how === 'with a script'
      const user = await articles('Apples', 'Beans')
      const { page } = await openPage(browser, { javaScriptEnabled: isScripted })
      await signIn(page, user)
      await page.goto('/admin/articles')

      await page.locator('#filters > summary').click()
      await page.getByLabel('Show only rows where').selectOption('title')
      if (!isScripted) await page.getByRole('button', { name: 'Add condition' }).click()
      await page.getByLabel('Title: value').waitFor()
      if (isScripted) await page.keyboard.type('bean')
      else await page.getByLabel('Title: value').fill('bean')
      await page.getByRole('button', { name: 'Apply filters' }).click()

      await page.getByText('Title contains bean').waitFor()
      assert.isTrue(await page.getByLabel('Select Beans').isVisible())
      assert.equal(await page.getByLabel('Select Apples').count(), 0)

      await page.getByRole('link', { name: 'Remove the filter: Title contains bean' }).click()
      await page.getByLabel('Select Apples').waitFor()
    })
})

test.group('A cell of a list', (group) => {
  /* Versions of rows change from transaction to transaction, so that there are some here. */
  group.each.setup(emptyTables)

  test('does not overwrite a cell that somebody else changed', async ({ assert, browser }) => {
    const user = await articles('Beans')
    const { page } = await openPage(browser)
    await signIn(page, user)
    await page.goto('/admin/articles')

    await rowOf(page, 'Beans').getByRole('rowheader').hover()
    await page.getByRole('button', { name: 'Edit Title of Beans' }).click()
    await page.getByLabel('Title', { exact: true }).fill('Mine')
    const article = await Article.findByOrFail({ title: 'Beans' })
    await article.merge({ title: 'Theirs' }).save()
    await page.getByRole('button', { name: 'Save Title' }).click()

    await page.getByText(/^Somebody else changed this/).waitFor()
    assert.equal(await page.getByLabel('Title', { exact: true }).inputValue(), 'Theirs')
  })
})
