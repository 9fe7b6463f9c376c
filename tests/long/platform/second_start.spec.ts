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
  assert.isBelow(Date.now() - startedAt, 5_000)
  assert.equal(await product.end('SIGINT'), 0)
}).timeout(120_000)
