import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import limiter from '@adonisjs/limiter/services/main'

const LIMIT = { requests: 5, duration: '1 minute' }

const counted = async () => {
  const rows = await db.from('rate_limits').where('key', 'like', '%:somebody').select('points')
  return rows.map(({ points }) => points)
}

/** Counts an attempt in a transaction that leaves nothing behind, and says what that one sees. */
async function attempt() {
  await db.beginGlobalTransaction()
  await limiter.use('database', LIMIT).consume('somebody')
  const seen = await counted()
  await db.rollbackGlobalTransaction()
  return seen
}

test.group('Attempts in tests', () => {
  test('are counted in the transaction of the test, not in that of an earlier one', async ({
    assert,
  }) => {
    const first = await attempt()

    /* The connection of the first one is in other hands now. */
    const other = await db.transaction()
    const second = await attempt()
    await other.rollback()
    assert.deepEqual([first, second, await counted()], [[1], [1], []])
  })
})
