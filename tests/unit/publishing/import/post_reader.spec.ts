import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'

import { readPost } from '#app/publishing/import/post_reader'

const read = (path: string) => readPost(join(app.makePath('tests/fixtures/posts'), path), 'Nobody')

test.group('Posts of Jekyll', () => {
  test('have a date with a zone, a category and liquid tags that stay', async ({ assert }) => {
    const post = await read('jekyll/_posts/2015-01-20-first-snow.md')

    assert.equal(post.title, 'First snow: what the orchard taught me')
    assert.equal(post.date?.toISO(), '2015-01-20T18:00:00.000Z')
    assert.equal(post.author, 'marta')
    assert.deepEqual(post.tags, ['Winter garden'])
    assert.deepEqual(post.slugs, ['first-snow', '2015-01-20-first-snow'])
    assert.match(post.body, /^Snow came early/)
    assert.include(post.body, '{% include gallery.html folder="snow" %}')
  })

  test('have their date and slug in the name of the file, and tags between spaces', async ({
    assert,
  }) => {
    const post = await read('jekyll/_posts/2016-05-04-three-huts.markdown')

    assert.equal(post.date?.toISODate(), '2016-05-04')
    assert.equal(post.slugs[0], 'three-huts')
    assert.deepEqual(post.tags, ['hiking', 'huts', 'travel'])
  })

  test('have a permalink, an excerpt and an author with a name', async ({ assert }) => {
    const post = await read('jekyll/_posts/2017-03-01-plans.md')

    assert.equal(post.slugs[0], 'garden-plans')
    assert.equal(post.description, 'Peas first, then everything else.')
    assert.equal(post.author, 'Marta Lind')
    assert.deepEqual(post.tags, ['garden', '2017'])
    assert.equal(post.date?.toISO(), '2017-03-01T09:30:00.000Z')
  })

  test('are drafts in the folder of drafts', async ({ assert }) => {
    const post = await read('jekyll/_drafts/compost.md')

    assert.isTrue(post.isDraft)
    assert.isNull(post.date)
  })
})

test.group('Posts of Hugo', () => {
  test('have several authors, of whom the first counts, and each tag once', async ({ assert }) => {
    const post = await read('hugo/posts/lamp.md')

    assert.equal(post.title, 'Repairing a lamp')
    assert.equal(post.author, 'Ole Berg')
    assert.deepEqual(post.tags, ['repair', 'light'])
    assert.equal(post.description, 'A fuse, a switch, and an hour of patience.')
    assert.equal(post.date?.toISO(), '2019-11-07T17:15:00.000Z')
    assert.include(post.body, '{{< figure src="/lamp.jpg" title="The lamp" >}}')
    assert.isFalse(post.isDraft)
  })

  test('have TOML with a date of its own, a slug and categories', async ({ assert }) => {
    const post = await read('hugo/posts/bread.md')

    assert.equal(post.date?.toISO(), '2020-04-18T05:00:00.000Z')
    assert.equal(post.slugs[0], 'slow-bread')
    assert.equal(post.author, 'Ole Berg')
    assert.deepEqual(post.tags, ['kitchen', 'food'])
  })

  test('may be a folder with an index', async ({ assert }) => {
    const post = await read('hugo/posts/tide-tables/index.md')

    assert.equal(post.slugs[0], 'tide-tables')
    assert.equal(post.date?.toISO(), '2021-06-30T00:00:00.000Z')
  })

  test('may be drafts', async ({ assert }) => {
    const post = await read('hugo/posts/later.md')

    assert.isTrue(post.isDraft)
    assert.equal(post.date?.toISO(), '2022-01-05T12:00:00.000Z')
  })
})

test.group('Posts of Zola', () => {
  test('have date and slug in their path, and tags among taxonomies', async ({ assert }) => {
    const post = await read('zola/blog/clockwork.md')

    assert.equal(post.date?.toISO(), '2019-11-07T00:00:00.000Z')
    assert.deepEqual(post.slugs, ['clockwork', '2019-11-07-clockwork'])
    assert.equal(post.author, 'Irene Vass')
    assert.deepEqual(post.tags, ['clocks', 'physics', 'long reads'])
    assert.include(post.body, '[^1]: The tooth')
  })

  test('have authors among taxonomies, and times without a zone', async ({ assert }) => {
    const post = await read('zola/blog/moss.md')

    assert.equal(post.author, 'Irene Vass')
    assert.equal(post.date?.toISO(), '2020-02-29T08:30:00.000Z')
    assert.deepEqual(post.slugs, ['moss', '2020-02-29-moss'])
  })
})

test.group('Posts without front matter', () => {
  test('are called after their heading, which leaves the text', async ({ assert }) => {
    const post = await read('plain/2014-08-02-swifts.md')

    assert.equal(post.title, 'The swifts have left')
    assert.equal(post.body, 'They leave on the second of August, always.')
    assert.equal(post.author, 'Nobody')
    assert.equal(post.date?.toISODate(), '2014-08-02')
  })

  test('are called after a heading further down, which stays', async ({ assert }) => {
    const post = await read('plain/notes_on-rain.md')

    assert.equal(post.title, 'Except here')
    assert.include(post.body, '## Except here')
    assert.deepEqual(post.slugs, ['notes-on-rain'])
  })
})
