import { test } from '@japa/runner'
import Article from '#app/publishing/models/article'
import { Role } from '#atrium/resource/main'
import Tag from '#app/publishing/models/tag'
import { emptyTables } from '#tests/empty_tables'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { openPage, signIn } from '../open_page.ts'

async function administrator() {
  const user = await UserFactory.create()
  await Role.firstOrCreate({ name: 'administrator' }, { description: 'May do everything' })
  await user.takeOnRoles('administrator')
  return user
}

test.group('Many rows in the admin', (group) => {
  group.each.setup(emptyTables)

  test('are selected, edited together and made what they were', async ({ browser, assert }) => {
    const author = await UserFactory.create()
    const articles = await ArticleFactory.merge({ authorId: author.id }).createMany(3)
    const { page, complaints } = await openPage(browser)
    await signIn(page, await administrator())

    await page.goto(`/admin/articles?filter=authorId=${author.id}`)
    await page.getByRole('button', { name: /Select all 3/ }).click()
    await page.getByRole('heading', { name: '3 Articles selected' }).waitFor()
    await page.getByRole('link', { name: /^Edit/ }).click()
    await page.getByLabel('Description', { exact: true }).fill('Told together')
    assert.isTrue(await page.getByLabel('Change Description').isChecked())
    await page.getByRole('button', { name: 'Preview changes' }).click()
    await page.getByRole('button', { name: 'Change 3 rows' }).waitFor()
    await page.getByLabel('Reason').fill('House style')
    await page.getByRole('button', { name: 'Change 3 rows' }).click()

    await page.getByRole('button', { name: 'Undo' }).waitFor()
    assert.equal((await Article.findOrFail(articles[2].id)).description, 'Told together')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('status').first().waitFor()
    const { description } = await Article.findOrFail(articles[2].id)
    assert.equal(description, articles[2].description)
    assert.deepEqual(complaints, [])
  }).timeout(40_000)

  test('are imported from a file without any script', async ({ browser, assert }) => {
    const { page } = await openPage(browser, { javaScriptEnabled: false })
    await signIn(page, await administrator())

    await page.goto('/admin/tags')
    await page.getByRole('link', { name: 'Import', exact: true }).click()
    const buffer = Buffer.from('Name\nfrom-a-file\nfrom-a-file-too\n')
    await page.getByLabel('File').setInputFiles({ name: 'tags.csv', mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: 'Upload' }).click()
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByRole('button', { name: 'Import 2 lines' }).click()
    await page.getByText('2 of 2').waitFor()
    assert.lengthOf(await Tag.query().where('name', 'like', 'from-a-file%'), 2)

    await page.getByRole('button', { name: 'Undo' }).click()
    assert.lengthOf(await Tag.query().where('name', 'like', 'from-a-file%'), 0)
  }).timeout(40_000)
})
