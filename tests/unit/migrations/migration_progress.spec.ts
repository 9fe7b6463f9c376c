import { test } from '@japa/runner'

import { progressInWords } from '#atrium/migrations/main'

test('a long backfill says how many rows, of how many, how far, and how fast', ({ assert }) => {
  const progress = { table: 'stones', rows: 1_250_000, of: 2_000_000, done: 0.625, seconds: 25 }

  assert.equal(
    progressInWords(progress),
    'stones: 1,250,000 rows changed (of about 2,000,000), 62 %, 50,000 a second'
  )
  assert.equal(
    progressInWords({ ...progress, of: null }),
    'stones: 1,250,000 rows changed, 62 %, 50,000 a second',
    'where nobody counted the table yet'
  )
})
