import { test } from '@japa/runner'
import { promisify } from 'node:util'
import { execFile } from 'node:child_process'

/**
 * Reads the settings in a process of its own.
 */
function start(settings: Record<string, string>) {
  return promisify(execFile)(process.execPath, ['ace.js', 'list:routes', '--json'], {
    env: { ...process.env, ...settings },
  })
}

test.group('Trust in proxies', (group) => {
  group.each.timeout(30_000)

  test('given to everybody ends the start: {$self}')
    .with(['*', 'true', '0.0.0.0/0', '::/0', '10.0.0.1, 0.0.0.0/0'])
    .run(async ({ assert }, proxies) => {
      await assert.rejects(() => start({ TRUST_PROXY: proxies }), /trusts everybody/)
    })

  test('given to those that are named does not', async ({ assert }) => {
    const { stdout } = await start({ TRUST_PROXY: '10.0.0.0/8, ::1' })
    assert.include(stdout, '/health/live')
  })
})
