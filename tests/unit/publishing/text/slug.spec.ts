import { test } from '@japa/runner'

import { slugify } from '#app/publishing/text/slug'

test.group('The slug of a title', () => {
  test('is plain ASCII: {title}')
    .with([
      { title: 'Announcing Rust 1.77.2', slug: 'announcing-rust-1-77-2' },
      { title: "What's new in Node.js?", slug: 'whats-new-in-node-js' },
      { title: '  Crème brûlée & Smørrebrød  ', slug: 'creme-brulee-and-smorrebrod' },
      { title: 'Привет, мир', slug: 'privet-mir' },
      { title: 'before—after/and (more)', slug: 'before-after-and-more' },
      { title: '<script>alert(1)</script>', slug: 'script-alert-1-script' },
    ])
    .run(({ assert }, { title, slug }) => assert.equal(slugify(title), slug))

  test('is never empty, and never an address that means something else', ({ assert }) => {
    assert.equal(slugify('日本語'), 'article')
    assert.equal(slugify('!?'), 'article')
    assert.equal(slugify('Feed'), 'article-feed')
  })

  test('has at most 80 characters and ends with a whole word', ({ assert }) => {
    const slug = slugify('word '.repeat(40))

    assert.isAtMost(slug.length, 80)
    assert.match(slug, /^(word-)+word$/)
    assert.lengthOf(slugify('x'.repeat(300)), 80)
  })
})
