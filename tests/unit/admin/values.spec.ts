import { test } from '@japa/runner'
import { Decimal } from '#atrium/model/main'
import type { ResourceField } from '#atrium/resource/main'
import type { Reader } from '#atrium/interfaces/admin/reader'

import { presentValue } from '#atrium/interfaces/admin/values/present_value'

function shown(value: Decimal, locale: string, scale?: number) {
  const field = { kind: 'decimal', description: { kind: 'decimal', precision: 10, scale } }
  return presentValue(field as ResourceField, value, { locale } as Reader)
}

test.group('A decimal number', () => {
  test('has the digits that its column keeps, in the manner of its reader', ({ assert }) => {
    assert.deepInclude(shown(Decimal('12.5'), 'en', 2), { text: '12.50' })
    assert.deepInclude(shown(Decimal('1200'), 'de', 2), { text: '1.200,00' })
    assert.deepInclude(shown(Decimal('-0.125'), 'en', 3), { text: '-0.125' })
    assert.deepInclude(shown(Decimal('12.5'), 'en'), { text: '12.5' })
  })
})
