import { test } from '@japa/runner'
import { glob } from 'node:fs/promises'

import { portrait } from '#app/web/portrait'

test.group("Somebody's picture", () => {
  test('is their own when they have one', ({ assert }) => {
    assert.equal(portrait('https://example.com/me.png', 'mara'), 'https://example.com/me.png')
  })

  test('is otherwise the default one, in a colour that stays with the name', ({ assert }) => {
    assert.match(portrait(null, 'mara'), /^\/avatars\/\d\/default-avatar\.svg$/)
    assert.equal(portrait('', 'mara'), portrait(undefined, 'mara'))
  })

  test('comes in all the colours that there are', async ({ assert }) => {
    const names = Array.from({ length: 200 }, (_, index) => `reader${index}`)
    const used = new Set(names.map((name) => portrait(null, name)))
    const drawn = await Array.fromAsync(glob('public/avatars/*/default-avatar.svg'))

    assert.sameMembers(
      [...used].map((address) => `public${address}`),
      drawn
    )
  })
})
