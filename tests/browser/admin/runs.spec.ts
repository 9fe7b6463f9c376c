import { test } from '@japa/runner'
import Article from '#app/publishing/models/article'
import Tag from '#app/publishing/models/tag'
import app from '@adonisjs/core/services/app'
import { action, resources, RunWorker } from '#atrium/resource/main'
import { emptyTables } from '#tests/empty_tables'
import { ArticleFactory } from '#database/factories/article_factory'

import { openPage, signIn } from '../open_page.ts'
import { administrator } from '../../functional/admin/people.ts'

/** As if this was the installation that everybody uses, and `most` rows were many. */
function inProduction(most: number) {
  const known = app.config.get('admin.typedConfirmationAbove')
  app.config.set('admin.typedConfirmationAbove', most)
  Object.defineProperty(app, 'inProduction', { value: true, configurable: true })

  return () => {
    app.config.set('admin.typedConfirmationAbove', known)
    delete (app as { inProduction?: boolean }).inProduction
  }
}

async function tags(count: number) {
  const names = Array.from({ length: count }, (_, index) => ({ name: `tag-${index}` }))
  await Tag.createMany(names)
}

test.group('In production', (group) => {
  group.each.setup(emptyTables)

  test('many rows go only when their number was typed', async ({ assert, browser, cleanup }) => {
    cleanup(inProduction(2))
    await tags(3)
    const { page } = await openPage(browser)
    await signIn(page, await administrator())

    await page.goto('/admin/tags')
    await page.getByRole('button', { name: 'Select all 3 that match' }).click()
    await page.getByRole('link', { name: 'Delete', exact: true }).click()
    await page.getByLabel('Type 3 to confirm').fill('4')
    await page.getByRole('button', { name: 'Delete 3 rows' }).click()
    await page.getByText('This is not the number of rows: 3').waitFor()
    assert.lengthOf(await Tag.all(), 3)

    await page.getByLabel('Type 3 to confirm').fill('3')
    await page.getByRole('button', { name: 'Delete 3 rows' }).click()
    await page.getByText('3 of 3').waitFor()
    assert.lengthOf(await Tag.all(), 0)
  })

  test('a row with which much goes is deleted only when its title was typed', async ({
    assert,
    browser,
    cleanup,
  }) => {
    cleanup(inProduction(1))
    const article = await ArticleFactory.create()
    await article.tagWith(['one', 'two', 'three'])
    const { page } = await openPage(browser)
    await signIn(page, await administrator())

    await page.goto(`/admin/articles/${article.id}/delete`)
    const title = page.getByLabel(`Type “${article.title}” to delete it`)
    await title.fill('Something else')
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await page.getByText('What you typed is not the title').waitFor()
    await title.fill(article.title)
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'was deleted' }).waitFor()
    assert.isNull(await Article.find(article.id))
  })
})

test.group('Work in the background', (group) => {
  group.each.setup(emptyTables)

  test('is followed, stopped after the part that is being done, and taken back', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const begun = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    const { actions } = resources.get('tags')
    actions.shout = action({
      bulk: true,
      run: async (tag: Tag) => {
        begun.resolve()
        await goOn.promise
        await tag.merge({ name: tag.name.toUpperCase() }).save()
      },
    })
    const worker = new RunWorker(resources)
    cleanup(async () => {
      goOn.resolve()
      await worker.stop()
      delete actions.shout
    })
    await tags(501)
    const { page, complaints } = await openPage(browser)
    await signIn(page, await administrator())

    await page.goto('/admin/tags')
    await page.getByRole('button', { name: /^Select all/ }).click()
    await page.getByRole('link', { name: 'Shout', exact: true }).click()
    await page.getByRole('button', { name: /Shout/ }).click()
    await page.getByText('Waiting').waitFor()
    worker.start()
    await begun.promise
    await page.getByText('Running').waitFor()
    await page.getByRole('button', { name: 'Cancel the rest' }).click()
    await page.getByText('It stops after the part that is being worked on.').waitFor()
    goOn.resolve()

    await page.getByText('Stopped. What was done until then stays; it can be undone.').waitFor()
    await page.getByText('100 of 501').waitFor()
    const loud = () => Tag.query().whereLike('name', 'TAG-%')
    assert.lengthOf(await loud(), 100)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Undone: 100 changes were taken back.').waitFor()
    assert.lengthOf(await loud(), 0)
    assert.deepEqual(complaints, [])
  })
})
