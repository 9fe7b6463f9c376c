import type { Page } from 'playwright'
import Tag from '#app/publishing/models/tag'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { signIn } from '../open_page.ts'

/** Called at each screen, with what it is: its address, or what was opened on it */
type Look = (screen: string) => Promise<void>

/**
 * Leads an administrator to every kind of screen of the admin, and to what opens on them.
 */
export async function everyScreen(page: Page, look: Look) {
  const user = await UserFactory.create()
  await user.takeOnRoles('administrator')
  const articles = await ArticleFactory.merge({ authorId: user.id }).createMany(2)
  await articles[0].tagWith(['trees'])
  await signIn(page, user)

  for (const address of addresses(user, articles[0].id)) {
    await page.goto(address)
    await look(address)
  }
  await whatOpens(page, look)
  await wrongForm(page, look)
  await clash(page, look)
  await manyRows(page, look)
  await imported(page, look)
}

function addresses(user: { id: number; username: string }, article: number) {
  const row = `/admin/articles/${article}`
  return [
    '/admin',
    '/admin/articles',
    '/admin/articles?filter=title:a%20OR%20publishedAt:*&build=1&sort=author,-title',
    '/admin/articles?filter=nonsense(',
    '/admin/articles?q=nothing-like-this',
    '/admin/articles/settings',
    '/admin/articles/facets',
    '/admin/articles/examine',
    '/admin/articles/trash',
    '/admin/articles/new',
    row,
    `${row}/edit`,
    `${row}/delete`,
    `${row}/history`,
    `${row}/related/tags`,
    '/admin/roles/2/edit',
    `/admin/users/${user.id}`,
    `/admin/users/${user.id}/edit`,
    '/admin/comments?trash=only',
    '/admin/search?q=article',
    '/admin/search?q=nothing-of-this-kind',
    `/admin/explain?user=${user.username}&resource=articles&action=update`,
    `/admin/impersonations/new/${user.id}`,
  ]
}

async function whatOpens(page: Page, look: Look) {
  await page.goto('/admin/articles')
  await page
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Edit', exact: true }).waitFor()
  await look('the menu of a row')

  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Account of/ }).click()
  await look('the menu of the account')

  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await look('the keys')

  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('option', { name: 'Articles', exact: true }).waitFor()
  await look('the palette')

  const opener = page.getByRole('button', { name: 'Open the menu' })
  await page.keyboard.press('Escape')
  if (await opener.isVisible()) {
    await opener.click()
    await look('the navigation of a telephone')
  }
}

async function wrongForm(page: Page, look: Look) {
  await page.goto('/admin/articles/new')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('alert').waitFor()
  await look('a form with problems')
}

async function clash(page: Page, look: Look) {
  const tag = await Tag.create({ name: 'hedges' })
  await page.goto(`/admin/tags/${tag.id}/edit`)
  await tag.merge({ name: 'their hedges' }).save()
  await page.getByLabel('Name').fill('my hedges')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Save merged' }).waitFor()
  await look('a conflict')
}

async function manyRows(page: Page, look: Look) {
  await page.goto('/admin/articles')
  await page.getByRole('button', { name: /^Select all/ }).click()
  await page.getByRole('heading', { name: /selected$/ }).waitFor()
  await look('a selection')
  const selection = page.url()

  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Description', { exact: true }).fill('Told together')
  await look('the edit of many rows')
  await page.getByRole('button', { name: 'Preview changes' }).click()
  await page.getByRole('button', { name: 'Change 2 rows' }).waitFor()
  await look('the preview of that')
  await page.getByRole('button', { name: 'Change 2 rows' }).click()
  await page.getByRole('button', { name: 'Undo' }).waitFor()
  await look('a run')

  await page.goto(`${selection}/delete`)
  await look('the deletion of many rows')
}

async function imported(page: Page, look: Look) {
  await page.goto('/admin/tags/import')
  await look('an import')
  const buffer = Buffer.from('Name\nfrom-a-file\n\nfrom-a-file\n')
  await page.getByLabel('File').setInputFiles({ name: 'tags.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Upload' }).click()
  await page.getByRole('button', { name: 'Check' }).waitFor()
  await look('the columns of an import')
  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByRole('heading', { name: 'What would happen' }).waitFor()
  await look('what an import would do')
}
