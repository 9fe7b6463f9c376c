import { test } from '@japa/runner'

import { afterBookings, bookingsFor } from '#atrium/migrations/main'

const squashed = (name: string, replaces: string[], replacedBefore = {}) => ({
  name,
  replaces,
  replacedBefore,
})

test.group('A squashed migration', () => {
  const first = squashed('ab', ['a', 'b'])

  test('runs where none of those that it replaces have run', ({ assert }) => {
    assert.deepEqual(bookingsFor([], [first]), [])
    assert.deepEqual(bookingsFor(['z'], [first]), [])
  })

  test('counts as run where all of them have', ({ assert }) => {
    const bookings = bookingsFor(['a', 'b', 'c'], [first])

    assert.deepEqual(bookings, [{ name: 'ab', inPlaceOf: ['a', 'b'] }])
    assert.deepEqual(afterBookings(['a', 'b', 'c'], bookings), ['ab', 'c'])
  })

  test('is booked once', ({ assert }) => {
    assert.deepEqual(bookingsFor(['ab', 'c'], [first]), [])
  })

  test('is refused where some of them have', ({ assert }) => {
    assert.throws(() => bookingsFor(['a'], [first]), /ab replaces migrations of which only some/)
  })

  test('counts also where an earlier one in its place was never booked', ({ assert }) => {
    const second = squashed('abc', ['ab', 'c'], { ab: ['a', 'b'] })
    const third = squashed('abcd', ['abc', 'd'], { abc: ['ab', 'c'], ab: ['a', 'b'] })

    assert.deepEqual(bookingsFor(['ab', 'c'], [second])[0].inPlaceOf, ['ab', 'c'])
    assert.deepEqual(bookingsFor(['a', 'b', 'c'], [second])[0].inPlaceOf, ['a', 'b', 'c'])
    assert.deepEqual(bookingsFor(['a', 'b', 'c', 'd'], [third])[0].inPlaceOf, ['a', 'b', 'c', 'd'])
    assert.throws(() => bookingsFor(['a', 'c'], [second]))
  })
})
