import { test } from '@japa/runner'

import { drawnOnce, icon, iconAgain } from '#app/web/icons'

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

  test('that a page shows many times is drawn once', ({ assert }) => {
    const drawn = drawnOnce(['heart', 'pencil', 'heart']).value

    assert.lengthOf(drawn.match(/<symbol /g)!, 2)
    assert.include(drawn, 'id="icon-heart"')
    assert.include(iconAgain('heart').value, '<use href="#icon-heart"/>')
    assert.throws(() => drawnOnce(['no-such-icon']), /no-such-icon/)
  })
})
