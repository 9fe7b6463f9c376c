import { test } from '@japa/runner'
import Tag from '#app/publishing/models/tag'
import type { Browser } from 'playwright'
import { resources, Role, RoleGrant } from '#atrium/resource/main'
import { emptyTables } from '#tests/empty_tables'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { openPage, signIn } from '../open_page.ts'

async function openAdmin(browser: Browser, options = {}) {
  const user = await UserFactory.create()
  await Role.firstOrCreate({ name: 'administrator' }, { description: 'May do everything' })
  await user.takeOnRoles('administrator')

  const opened = await openPage(browser, options)
  await signIn(opened.page, user)
  return opened
}

test.group('Forms of the admin', (group) => {
  group.each.setup(emptyTables)

  test('choose a row by typing, with keys alone', async ({ assert, browser }) => {
    const { page, complaints } = await openAdmin(browser)
    const article = await ArticleFactory.create()
    await UserFactory.apply('passwordless').createMany(55)
    const ada = await UserFactory.apply('passwordless').merge({ username: 'ada_l' }).create()
    await page.goto(`/admin/articles/${article.id}/edit#tab-2`)

    const author = page.getByRole('combobox', { name: 'Author' })
    await author.fill('ada_')
    await page.getByRole('option', { name: 'ada_l' }).waitFor()
    await author.press('Enter')
    assert.equal(await author.inputValue(), 'ada_l')

    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'was saved' }).waitFor()
    await article.refresh()
    assert.equal(article.authorId, ada.id)

    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('status').filter({ hasText: 'Undone' }).waitFor()
    await article.refresh()
    assert.notEqual(article.authorId, ada.id)
    assert.deepEqual(complaints, [])
  })

  test('ask before they are left, by a link or with the window', async ({ assert, browser }) => {
    const { page, complaints } = await openAdmin(browser)
    await page.goto('/admin/tags/new')
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      return dialog.dismiss()
    })

    await page.getByLabel('Name').fill('half a tag')
    await page.getByRole('link', { name: 'Cancel' }).click()
    assert.deepEqual(asked, ['confirm'])
    const question = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    await question
    assert.deepEqual(asked, ['confirm', 'beforeunload'])
    assert.equal(await page.getByLabel('Name').inputValue(), 'half a tag')

    await page.getByLabel('Name').fill('')
    await page.getByRole('link', { name: 'Cancel' }).click()
    await page.getByRole('heading', { level: 1, name: 'Tags' }).waitFor()
    assert.lengthOf(asked, 2)
    assert.deepEqual(complaints, [])
  })

  test('bring back what was typed before a crash, until it is saved', async ({
    assert,
    browser,
  }) => {
    const { page: before } = await openAdmin(browser)
    await before.goto('/admin/tags/new')
    await before.getByLabel('Name').fill('half a tag')
    await before.waitForFunction(() => localStorage.length > 0)
    const crashed = before.waitForEvent('crash')
    before.goto('chrome://crash').catch(() => {})
    await crashed

    const page = await before.context().newPage()
    await page.goto('/admin/tags/new')
    assert.equal(await page.getByLabel('Name').inputValue(), '')
    await page.getByRole('button', { name: 'Restore draft' }).click()
    assert.equal(await page.getByLabel('Name').inputValue(), 'half a tag')

    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'was created' }).waitFor()
    assert.isNotNull(await Tag.findBy({ name: 'half a tag' }))
    await page.goto('/admin/tags/new')
    assert.isFalse(await page.getByRole('button', { name: 'Restore draft' }).isVisible())
  })

  test('show a field only while another one has the value that it needs, {$self}')
    .with(['with a script', 'without'] as const)
    .run(async ({ assert, browser, cleanup }, how) => {
      const isScripted = how === 'with a script'
      const description = resources.get('roles').fields.get('description')!
      description.showIf = { name: ['gardener'] }
      cleanup(() => void delete description.showIf)
      const { page } = await openAdmin(browser, { javaScriptEnabled: isScripted })
      await page.goto('/admin/roles/new')

      const name = page.getByLabel('Name', { exact: true })
      const shown = page.getByLabel('Description', { exact: true })
      await shown.waitFor({ state: isScripted ? 'hidden' : 'visible' })
      await name.fill('gardener')
      await shown.fill('Waters the beds')
      await name.fill('porter')
      await page.getByLabel('Your password').fill('password123')
      await shown.waitFor({ state: isScripted ? 'hidden' : 'visible' })
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('status').filter({ hasText: 'was created' }).waitFor()
      assert.isNull((await Role.findByOrFail({ name: 'porter' })).description)

      await page.getByRole('link', { name: 'Edit', exact: true }).click()
      await name.fill('gardener')
      await shown.fill('Waters the beds')
      await page.getByLabel('Your password').fill('password123')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('status').filter({ hasText: 'was saved' }).waitFor()
      const role = await Role.findByOrFail({ name: 'gardener' })
      await role.delete()
      assert.equal(role.description, 'Waters the beds')
    })

  test('merge what two people typed', async ({ assert, browser }) => {
    const { page } = await openAdmin(browser)
    const tag = await Tag.create({ name: 'trees' })
    await page.goto(`/admin/tags/${tag.id}/edit`)
    await tag.merge({ name: 'their trees' }).save()

    await page.getByLabel('Name').fill('my trees')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('radio', { name: /Yours/ }).check()
    await page.getByRole('button', { name: 'Save merged' }).click()
    await page.getByRole('status').filter({ hasText: 'was saved' }).waitFor()
    await tag.refresh()
    assert.equal(tag.name, 'my trees')
  })

  test('add and remove rows within a row', async ({ assert, browser }) => {
    const { page, complaints } = await openAdmin(browser)
    const role = await Role.create({ name: 'gardener', description: null })
    await page.goto(`/admin/roles/${role.id}/edit`)

    const add = page.getByRole('button', { name: 'Add role grant' })
    await add.click()
    await add.click()
    await page.getByLabel('Resource').nth(0).fill('articles')
    await page.getByLabel('Action').nth(0).fill('list')
    await page
      .getByLabel(/Remove role grant/i)
      .nth(1)
      .click()
    assert.equal(await page.getByLabel('Resource').count(), 1)

    await page.getByLabel('Your password').fill('password123')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'was saved' }).waitFor()
    const [grant] = await RoleGrant.query().where('roleId', role.id)
    assert.equal(grant.resource, 'articles')
    assert.deepEqual(complaints, [])
  })

  test('choose rows by their titles, and add rows within a row, without a script', async ({
    assert,
    browser,
  }) => {
    const { page } = await openAdmin(browser, { javaScriptEnabled: false })
    const article = await ArticleFactory.create()
    await UserFactory.apply('passwordless').createMany(55)
    const ada = await UserFactory.apply('passwordless').merge({ username: 'ada_l' }).create()
    await page.goto(`/admin/articles/${article.id}/edit`)
    await page.getByLabel('Author').fill('ada_l')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'was saved' }).waitFor()
    await article.refresh()
    assert.equal(article.authorId, ada.id)

    await page.goto('/admin/roles/new')
    await page.getByLabel('Name', { exact: true }).fill('weeder')
    await page.getByRole('button', { name: 'Add role grant' }).click()
    await page.getByLabel('Resource').fill('articles')
    await page.getByLabel('Action').fill('list')
    await page.getByLabel('Your password').fill('password123')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'weeder was created.' }).waitFor()
    const role = await Role.findByOrFail({ name: 'weeder' })
    assert.lengthOf(await RoleGrant.query().where('roleId', role.id), 1)
    await role.delete()
  })

  test('show one part at a time, and lead to what is wrong', async ({ assert, browser }) => {
    const { page, complaints } = await openAdmin(browser)
    const article = await ArticleFactory.create()
    await page.goto(`/admin/articles/${article.id}/edit`)

    assert.isFalse(await page.getByLabel('Slug').isVisible())
    await page.getByRole('tab', { name: 'Publication' }).click()
    await page.getByLabel('Slug').fill('')
    await page.getByRole('tab', { name: 'Text' }).click()
    await page.getByLabel('Title').fill('')
    await page.getByRole('button', { name: 'Save', exact: true }).click()

    await page.getByRole('alert').waitFor()
    assert.isTrue(await page.getByLabel('Title').isVisible())
    assert.equal(await page.getByLabel('Title').getAttribute('aria-invalid'), 'true')
    assert.deepEqual(
      complaints.filter((text) => !text.includes('422')),
      []
    )
  })

  test('preview Markdown beside the source', async ({ assert, browser }) => {
    const { page, complaints } = await openAdmin(browser)
    const article = await ArticleFactory.merge({ body: 'Some **bold** text' }).create()
    await page.goto(`/admin/articles/${article.id}/edit`)

    await page.getByRole('button', { name: 'Preview' }).click()
    await page.locator('.markdown-preview strong').filter({ hasText: 'bold' }).waitFor()
    await page.getByLabel('Body').fill('# Other')
    await page.locator('.markdown-preview h1').filter({ hasText: 'Other' }).waitFor()
    assert.deepEqual(complaints, [])
  })
})
