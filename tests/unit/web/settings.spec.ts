import { test } from '@japa/runner'
import { promisify } from 'node:util'
import { execFile } from 'node:child_process'

/**
 * Reads the settings in a process of its own, and says what it wrote.
 */
async function start(settings: Record<string, string>) {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['ace.js', 'list:routes', '--json'],
    { env: { ...process.env, ...settings } }
  ).catch((error) => error)

  return `${stdout}${stderr}`
}

test.group('Trust in proxies', (group) => {
  group.each.timeout(30_000)

  test('given to everybody ends the start: {$self}')
    .with(['*', '10.0.0.1, 0.0.0.0/0'])
    .run(async ({ assert }, proxies) => {
      const output = await start({ TRUST_PROXY: proxies })

      assert.include(output, 'trusts everybody')
      assert.notInclude(output, '/health/live')
    })

  test('given to those that are named does not', async ({ assert }) => {
    assert.include(await start({ TRUST_PROXY: '10.0.0.0/8, ::1' }), '/health/live')
  })
})
