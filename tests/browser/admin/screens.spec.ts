import { brotliCompressSync } from 'node:zlib'
import { test } from '@japa/runner'
import { emptyTables } from '#tests/empty_tables'

import { findingsInAdmin } from './findings.ts'

/** Bytes of compressed JavaScript that a screen may take. The dashboard brings the library of charts along */
const MOST = 60 * 1024
const UNWEIGHED = ['/admin']

test.group('The screens of the admin', (group) => {
  group.each.setup(emptyTables)

  test('give axe nothing to find, and load no more than 60 kB of compressed JavaScript', async ({
    assert,
    browser,
  }) => {
    const weights = new Map<string, number>()
    const findings = await findingsInAdmin(
      browser,
      { viewport: { width: 1280, height: 860 } },
      async (screen, scripts) => {
        const bodies = await Promise.all(scripts.map((script) => script.body()))
        weights.set(
          screen,
          bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0)
        )
      }
    )

    assert.deepEqual(findings, [])
    assert.isAbove(weights.get('/admin/articles')!, 10 * 1024)
    assert.deepEqual(
      [...weights].filter(([screen, weight]) => weight > MOST && !UNWEIGHED.includes(screen)),
      []
    )
  }).timeout(120_000)
})
