import { test } from '@japa/runner'
import { parse } from 'smol-toml'

import { readDate } from '#app/publishing/import/dates'

test.group('Dates in front matter', () => {
  test('{written} is {utc}')
    .with([
      { written: '2015-01-20', utc: '2015-01-20T00:00:00.000Z' },
      { written: '2015/1/2', utc: '2015-01-02T00:00:00.000Z' },
      { written: '2015-01-20 10:00', utc: '2015-01-20T10:00:00.000Z' },
      { written: '2015-01-20 10:00:00 -0800', utc: '2015-01-20T18:00:00.000Z' },
      { written: '2015-01-20 10:00:00 +05:30', utc: '2015-01-20T04:30:00.000Z' },
      { written: '2015-01-20 10:00:00 2015 -0800', utc: '2015-01-20T18:00:00.000Z' },
      { written: '2015-01-20 10:00:00 UTC', utc: '2015-01-20T10:00:00.000Z' },
      { written: '2015-01-20T10:00:00Z', utc: '2015-01-20T10:00:00.000Z' },
      { written: '2015-01-20T10:00:00.123+01:00', utc: '2015-01-20T09:00:00.000Z' },
      { written: 'Tue, 20 Jan 2015 10:00:00 GMT', utc: '2015-01-20T10:00:00.000Z' },
      { written: 'Tue Jan 20 10:00:00 2015 -0800', utc: '2015-01-20T18:00:00.000Z' },
      { written: 'January 20, 2015', utc: '2015-01-20T00:00:00.000Z' },
      { written: '20 Jan 2015', utc: '2015-01-20T00:00:00.000Z' },
    ])
    .run(({ assert }, { written, utc }) => assert.equal(readDate(written)?.toISO(), utc))

  test("TOML's own {written} is {utc}")
    .with([
      { written: '2015-01-20', utc: '2015-01-20T00:00:00.000Z' },
      { written: '2015-01-20T10:00:00', utc: '2015-01-20T10:00:00.000Z' },
      { written: '2015-01-20 10:00:00.5', utc: '2015-01-20T10:00:00.000Z' },
      { written: '2015-01-20T10:00:00-08:00', utc: '2015-01-20T18:00:00.000Z' },
    ])
    .run(({ assert }, { written, utc }) => {
      assert.equal(readDate(parse(`date = ${written}`).date)?.toISO(), utc)
    })

  test('what is no date is not guessed at: {$self}')
    .with(['yesterday', '2015-13-01', '2015-02-30', '2015-01-20 25:00', '20150120', '', 'true'])
    .run(({ assert }, written) => assert.isNull(readDate(written)))

  test('a time without a day is no date', ({ assert }) => {
    assert.isNull(readDate(parse('date = 10:00:00').date))
  })
})
