import { test } from '@japa/runner'
import { emptyTables } from '#tests/empty_tables'

import { openPage } from '../open_page.ts'

test.group('From signing up to a comment', (group) => {
  group.each.setup(emptyTables)

  test('all of it works {$self}')
    .with(['with JavaScript', 'without JavaScript'])
    .run(async ({ assert, browser }, way) => {
      const options = { javaScriptEnabled: way === 'with JavaScript' }
      const { page, complaints } = await openPage(browser, options)
      const button = (name: string) => page.getByRole('button', { name, exact: true })

      await page.goto('/')
      await page.getByRole('link', { name: 'Sign up', exact: true }).click()
      await page.fill('[name=username]', 'gardener')
      await page.fill('[name=email]', 'gardener@example.com')
      await page.fill('[name=password]', 'password123')
      await button('Sign up').click()
      await page.waitForURL('/')

      await page.getByRole('link', { name: 'New Article', exact: true }).click()
      await page.fill('[name=title]', 'How to prune')
      await page.fill('[name=description]', 'With care')
      await page.fill('[name=body]', '## First\n\nCut *little*.')
      await page.getByPlaceholder('Enter tags').fill('trees, apples')
      await button('Publish Article').click()
      await page.waitForURL('/article/how-to-prune')
      assert.equal(await page.locator('h1').textContent(), 'How to prune')
      assert.equal(await page.locator('.article-content em').textContent(), 'little')
      assert.deepEqual(await page.locator('.tag-list li').allTextContents(), ['apples', 'trees'])

      await page.getByPlaceholder('Write a comment...').fill('**Well** said.')
      await button('Post Comment').click()
      await page.locator('.card-text strong', { hasText: 'Well' }).waitFor()
      assert.equal(await page.locator('.card-text').count(), 1)

      await page.getByRole('link', { name: 'Edit Article' }).click()
      await page.fill('[name=title]', 'How not to prune')
      await button('Publish Article').click()
      await page.waitForURL('/article/how-not-to-prune')

      await page.locator('.mod-options button').click()
      await page.getByText('Nobody has said anything yet').waitFor()

      await button('Delete Article').click()
      await page.waitForURL('/')
      assert.equal(await page.locator('.article-preview').count(), 0)
      assert.deepEqual(complaints, [])
    })
})
