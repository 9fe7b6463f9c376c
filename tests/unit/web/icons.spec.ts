import { test } from '@japa/runner'

import { icon } from '#app/web/icons'

test.group('An icon', () => {
  test('is decoration, unless it has a label', ({ assert }) => {
    assert.include(icon('heart').value, 'aria-hidden="true"')
    assert.include(icon('heart', { label: 'Liked' }).value, 'role="img" aria-label="Liked"')
  })

  test('escapes what it is given', ({ assert }) => {
    const { value } = icon('heart', { class: '"><script>', label: '"><script>' })

    assert.notInclude(value, '<script>')
  })

  test('that does not exist says so', ({ assert }) => {
    assert.throws(() => icon('no-such-icon'), /no-such-icon/)
  })
})
