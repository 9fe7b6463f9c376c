import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { setTimeout as pause } from 'node:timers/promises'

import { Product } from './product.ts'
import { temporaryFolder } from '#tests/unit/postgres/temporary_folder'

const answers = (product: Product) =>
  product.get('/health/live').then(
    () => true,
    () => false
  )

test('npm run dev ends whole, however it is told to', async ({ assert, cleanup }) => {
  const { folder } = await temporaryFolder()
  const product = new Product(folder, app.makePath(), 'bin/dev.ts')
  cleanup(() => product.discard())

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    await product.start()
    assert.isNumber(await product.end(signal), signal)
    while (await answers(product)) await pause(50)
  }
}).timeout(60_000)
