import { test } from '@japa/runner'
import { spawn } from 'node:child_process'

/**
 * A process with the guard, in which something goes wrong.
 */
function run(accident: string) {
  const script = `
    const { guardProcess } = await import('./bin/last_guard.ts')
    guardProcess(async () => console.log('drained'), () => undefined)
    setTimeout(() => console.log('went on'), 100)
    ${accident}`
  const child = spawn(
    process.execPath,
    ['--import=./bin/preflight.js', '--input-type=module', '-e', script],
    { env: { ...process.env, NODE_ENV: 'test' } }
  )

  return new Promise<{ code: number | null; output: string }>((resolve) => {
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => resolve({ code, output }))
  })
}

test.group('What nobody caught', (group) => {
  group.each.timeout(20_000)

  test('a promise that failed unseen is written down, and the process goes on', async ({
    assert,
  }) => {
    const { code, output } = await run(`Promise.reject(new Error('lost'))`)

    assert.include(output, 'lost')
    assert.include(output, 'went on')
    assert.notInclude(output, 'drained')
    assert.equal(code, 0)
  })

  test('an exception is written down, and the process ends in good order', async ({ assert }) => {
    const { code, output } = await run(`setTimeout(() => { throw new Error('broken') })`)

    assert.include(output, 'broken')
    assert.include(output, 'drained')
    assert.notInclude(output, 'went on')
    assert.equal(code, 1)
  })
})
