import { test } from '@japa/runner'
import { emptyTables } from '#tests/empty_tables'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { openPage, signIn } from '../open_page.ts'

async function administrator() {
  const user = await UserFactory.create()
  await user.takeOnRoles('administrator')
  return user
}

test.group('The command palette', (group) => {
  group.each.setup(emptyTables)

  test('goes to lists, rows and forms, by the keyboard alone', async ({ assert, browser }) => {
    const user = await administrator()
    const article = await ArticleFactory.merge({ title: 'Zeppelin hangars' }).create()
    const { page, complaints } = await openPage(browser)
    await signIn(page, user)
    await page.goto('/admin')

    const input = page.getByRole('combobox', { name: 'Where to, or what to do' })
    const choose = async (text: string, option: RegExp) => {
      await page.keyboard.press('Control+k')
      await input.fill(text)
      await page.getByRole('option', { name: option }).first().waitFor()
      while (!(await page.getByRole('option', { name: option, selected: true }).count())) {
        await page.keyboard.press('ArrowDown')
      }
      await page.keyboard.press('Enter')
    }

    await choose('tags', /^Tags$/)
    await page.waitForURL('/admin/tags')
    await choose('new tag', /^New Tag$/)
    await page.waitForURL('/admin/tags/new')
    await choose('zeppelin', /^Zeppelin hangars/)
    await page.waitForURL(`/admin/articles/${article.id}`)
    await choose('edit', /^Edit$/)
    await page.waitForURL(`/admin/articles/${article.id}/edit`)
    assert.deepEqual(complaints, [])
  })

  test('closes by Escape and gives the focus back', async ({ assert, browser }) => {
    const user = await administrator()
    const { page } = await openPage(browser)
    await signIn(page, user)
    await page.goto('/admin')

    await page.getByRole('button', { name: 'Go anywhere' }).click()
    await page.getByRole('option', { name: 'Articles', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.palette-opener:focus').waitFor()
    assert.equal(await page.locator('dialog[open]').count(), 0)
  })
})

test.group('The dashboard', (group) => {
  group.each.setup(emptyTables)

  test('draws its charts, and has their numbers in tables', async ({ assert, browser }) => {
    const user = await administrator()
    const { page, complaints } = await openPage(browser)
    await signIn(page, user)
    await page.goto('/admin')

    const widget = page.getByRole('region', { name: 'New people by day' })
    await widget.locator('canvas').waitFor({ state: 'attached' })
    await widget.getByText('The numbers as a table').click()
    assert.equal(await widget.getByRole('row').count(), 31)
    assert.deepEqual(complaints, [])
  })
})
