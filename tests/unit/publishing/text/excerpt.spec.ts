import { test } from '@japa/runner'

import { excerpt, shorten } from '#app/publishing/text/excerpt'

test.group('The excerpt of a text', () => {
  test('is its first words, without marks', ({ assert }) => {
    const source =
      'A *fine* [day][1] for\n`code`. ![alt](/a.png)\n\nAnd more.\n\n[1]: https://a.example'

    assert.equal(excerpt(source, 200), 'A fine day for code. And more.')
  })

  test('passes over headings, code, quotes, lists, tables and HTML', ({ assert }) => {
    const source =
      '# Title\n\n> quoted\n\n- item\n\n```\ncode\n```\n\n| a |\n|---|\n\n<div>html</div>\n\nThe text.'

    assert.equal(excerpt(source, 200), 'The text.')
  })

  test('is one paragraph where that says enough', ({ assert }) => {
    assert.equal(excerpt(`${'word '.repeat(20)}\n\nAnd more.`, 200), 'word '.repeat(20).trim())
  })

  test('leaves out paragraphs of template tags', ({ assert }) => {
    assert.equal(excerpt('{% raw %}\n\nThe text.\n\n{{ content }}', 200), 'The text.')
  })

  test('is empty where there is no paragraph', ({ assert }) => {
    assert.equal(excerpt('# Only a title', 200), '')
    assert.equal(excerpt('', 200), '')
  })

  test('is cut between words, and never within a character', ({ assert }) => {
    assert.equal(shorten('one two, three', 10), 'one two…')
    assert.equal(shorten('one two', 7), 'one two')
    assert.equal(shorten('12345678901234', 10), '123456789…')
    assert.equal(shorten('🌲🌲🌲🌲', 4), '🌲…')
  })
})
