import { test } from '@japa/runner'
import { readFile } from 'node:fs/promises'

import { portrait } from '#app/web/portrait'

test.group("Somebody's picture", () => {
  test('is their own when they have one', ({ assert }) => {
    assert.equal(portrait('https://example.com/me.png', 'mara'), 'https://example.com/me.png')
  })

  test('is otherwise the default one, in a colour that stays with the name', ({ assert }) => {
    assert.match(portrait(null, 'mara'), /^\/default-avatar\.svg#v\d$/)
    assert.equal(portrait('', 'mara'), portrait(undefined, 'mara'))
  })

  test('comes in all the colours that the drawing has', async ({ assert }) => {
    const names = Array.from({ length: 200 }, (_, index) => `reader${index}`)
    const used = new Set(names.map((name) => portrait(null, name).split('#')[1]))
    const drawing = await readFile('public/default-avatar.svg', 'utf8')
    const drawn = [...drawing.matchAll(/<view id="(v\d)"/g)].map(([, id]) => id)

    assert.sameMembers([...used], drawn)
  })
})
