import { DateTime } from 'luxon'
import { test } from '@japa/runner'

import { when } from '#app/web/when'

test.group('A moment in a template', () => {
  const expected = {
    iso: '2026-03-07T22:05:09.000Z',
    day: '7 Mar 2026',
    time: '7 Mar 2026, 22:05 UTC',
  }

  test('is written in UTC, whatever it is given as', ({ assert }) => {
    const stockholm = DateTime.fromISO('2026-03-07T23:05:09', { zone: 'Europe/Stockholm' })

    assert.deepEqual(when(stockholm), expected)
    assert.deepEqual(when(stockholm.toJSDate()), expected)
    assert.deepEqual(when('2026-03-07T22:05:09Z'), expected)
  })
})
