import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'

import { findingsOn } from '../axe.ts'
import { openPage, signIn } from '../open_page.ts'

test.group('What axe finds on the pages of accounts', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is nothing, {$self}')
    .with(['light', 'dark'] as const)
    .run(async ({ assert, browser }, colorScheme) => {
      const user = await UserFactory.create()
      const { page, complaints } = await openPage(browser, {
        colorScheme,
        viewport: { width: 360, height: 740 },
      })
      const findings: string[] = []
      const look = async (...paths: string[]) => {
        for (const path of paths) {
          await page.goto(path)
          findings.push(...(await findingsOn(page)))
        }
      }

      await look('/register', '/login', '/forgot-password')
      await page.fill('[name=email]', user.email)
      await page.click('main button[type=submit]')
      await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
      findings.push(...(await findingsOn(page)))

      await signIn(page, user)
      await look('/settings', '/settings/security', '/settings/tokens', '/settings/delete')

      await page.goto('/settings/tokens')
      await page.fill('[name=name]', 'Backup')
      await page.getByRole('button', { name: 'Make the token' }).click()
      await page.locator('.secret').waitFor()
      findings.push(...(await findingsOn(page)))

      await page.goto('/settings')
      await page.fill('[name=username]', '  ')
      await page.evaluate(() => document.querySelector('form')!.setAttribute('novalidate', ''))
      await page.getByRole('button', { name: 'Update Settings' }).click()
      await page.locator('.error-messages').waitFor()
      findings.push(...(await findingsOn(page)))

      assert.deepEqual(findings, [])
      assert.deepEqual(complaints, [])
    })
})
