import { test } from '@japa/runner'

import { ledeOf } from '#app/publishing/text/lede'
import { excerpt } from '#app/publishing/text/excerpt'
import { renderMarkdown } from '#app/publishing/text/markdown'

test.group('The lede of an article', () => {
  test('is its description', ({ assert }) => {
    assert.equal(ledeOf('What it is about', '<p>The text.</p>'), 'What it is about')
  })

  test('is left out when the text begins with it', ({ assert }) => {
    const source = `## First\n\nA *day* "like" <any> \`other\` & no other,\n${'word '.repeat(60)}`
    const description = excerpt(source, 200)

    assert.match(description, /^A day "like" .*…$/)
    assert.equal(ledeOf(description, renderMarkdown(source, 'article')), '')
  })
})
