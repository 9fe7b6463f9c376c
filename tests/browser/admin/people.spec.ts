import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import Session from '#app/accounts/models/session'
import { RoleGrant } from '#atrium/resource/main'
import { emptyTables } from '#tests/empty_tables'
import { UserFactory } from '#database/factories/user_factory'

import { openPage, signIn } from '../open_page.ts'
import { administrator } from '../../functional/admin/people.ts'
import { withRealSessions } from '../../functional/accounts/visitor.ts'

async function opened(browser: Browser, user: Awaited<ReturnType<typeof administrator>>) {
  const { page } = await openPage(browser)
  await signIn(page, user)
  return page
}

test.group('People in the admin', (group) => {
  group.each.setup(emptyTables)

  test('are given a role, enter with it, and are explained by it', async ({ assert, browser }) => {
    const noor = await UserFactory.merge({ username: 'noor' }).create()
    const page = await opened(browser, await administrator())
    const hers = await opened(browser, noor)
    const answer = await hers.goto('/admin')
    assert.equal(answer!.status(), 403)

    await page.goto(`/admin/users/${noor.id}/edit`)
    await page.getByRole('checkbox', { name: 'editor' }).check()
    await page.getByLabel('Your password').fill('password123')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'noor was saved.' }).waitFor()
    await hers.goto('/admin')
    await hers.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor()
    const navigation = hers.getByRole('navigation', { name: 'Admin' })
    await navigation.getByRole('link', { name: 'Articles' }).waitFor()
    assert.equal(await navigation.getByRole('link', { name: 'Roles' }).count(), 0)

    await page.getByRole('link', { name: 'What may they do?' }).click()
    await page.getByLabel('Resource').selectOption({ label: 'Articles' })
    await page.getByLabel('Action').selectOption({ label: 'update' })
    await page.getByRole('button', { name: 'Explain' }).click()
    await page
      .getByText(/Yes: noor may update Articles/i)
      .first()
      .waitFor()
  })

  test('lose what is taken from their role, until that is undone', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const noor = await UserFactory.create()
    await noor.takeOnRoles('editor')
    const grants = await RoleGrant.query().whereHas('role', (role) => role.where('name', 'editor'))
    const posts = grants.filter(({ resource }) => resource === 'imported_posts')
    cleanup(() =>
      RoleGrant.fetchOrCreateMany(
        'id',
        posts.map((one) => one.$attributes)
      ).then(() => {})
    )
    const page = await opened(browser, await administrator())
    const hers = await opened(browser, noor)
    await hers.goto('/admin')
    const link = hers
      .getByRole('navigation', { name: 'Admin' })
      .getByRole('link', { name: 'Imported posts', exact: true })
    assert.equal(await link.count(), 1)

    await page.goto('/admin/role_grants?filter=role.name=editor%20AND%20resource=imported_posts')
    await page.getByRole('button', { name: /^Select all/ }).click()
    await page.getByRole('link', { name: 'Delete', exact: true }).click()
    await page.getByRole('button', { name: /^Delete \d+ rows?$/ }).click()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await hers.reload()
    assert.equal(await link.count(), 0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByLabel('Your password').fill('password123')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('status').filter({ hasText: 'Undone' }).waitFor()
    await hers.reload()
    assert.equal(await link.count(), 1)
  })

  test('are signed out everywhere only by somebody who says the password again', async ({
    assert,
    browser,
  }) => {
    const noor = await UserFactory.create()
    const page = await opened(browser, await administrator())
    await page.goto(`/admin/users/${noor.id}`)

    await page.getByRole('link', { name: 'Sign out everywhere' }).click()
    await page.getByLabel('Your password').fill('not this one')
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await page.getByText('Your password is not right').waitFor()
    await page.getByLabel('Your password').fill('password123')
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await page.getByRole('status').filter({ hasText: 'Sign out everywhere: done' }).waitFor()
    assert.lengthOf(await Session.query().where('userId', noor.id), 0)
  })
})

test.group('Acting as somebody else in a browser', (group) => {
  withRealSessions(group)
  group.each.setup(emptyTables)

  test('shows what they see, under a banner that ends it', async ({ assert, browser }) => {
    const leon = await UserFactory.merge({ username: 'leon' }).create()
    await leon.takeOnRoles('editor')
    const { email } = await administrator()
    const { page } = await openPage(browser)
    await page.goto('/admin')
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password').fill('password123')
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor()

    await page.goto(`/admin/users/${leon.id}`)
    await page.getByRole('link', { name: 'Act as this user' }).click()
    await page.getByLabel('Reason').fill('A ticket')
    await page.getByLabel('Your own password').fill('password123')
    await page.getByRole('button', { name: 'Act as leon' }).click()

    const banner = page.getByRole('complementary', { name: 'Acting as somebody else' })
    await banner.getByText('You act as leon').waitFor()
    await page.goto('/admin')
    const roles = page
      .getByRole('navigation', { name: 'Admin' })
      .getByRole('link', { name: 'Roles', exact: true })
    assert.equal(await roles.count(), 0)
    await banner.getByRole('button', { name: 'End' }).click()
    await page.getByText('You are yourself again.').waitFor()
    await page.goto('/admin')
    assert.equal(await roles.count(), 1)
  })
})
