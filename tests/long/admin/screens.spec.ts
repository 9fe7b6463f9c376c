import { test } from '@japa/runner'
import { chromium, type Browser } from 'playwright'
import { emptyTables } from '#tests/empty_tables'
import { chromiumPath } from '#tests/runner/chromium_path'
import { decorateBrowser, decoratorsCollection } from '@japa/browser-client'

import { findingsInAdmin } from '../../browser/admin/findings.ts'

const WIDTHS = [390, 820, 1280]
const SCHEMES = ['light', 'dark'] as const

test.group('The screens of the admin', (group) => {
  let own: Browser

  group.setup(async () => {
    const launched = await chromium.launch({
      executablePath: await chromiumPath(),
      args: ['--no-sandbox'],
    })
    own = decorateBrowser(launched, decoratorsCollection.toList())
    return () => own.close()
  })
  group.each.setup(emptyTables)

  test('give axe nothing to find, {colorScheme} at {width}')
    .with(WIDTHS.flatMap((width) => SCHEMES.map((colorScheme) => ({ width, colorScheme }))))
    .run(async ({ assert }, { width, colorScheme }) => {
      const viewport = { width, height: 860 }
      assert.deepEqual(await findingsInAdmin(own, { viewport, colorScheme }), [])
    })
    .timeout(180_000)
})
