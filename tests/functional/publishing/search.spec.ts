import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { titlesIn } from './markup.ts'

test.group('The search', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('finds words in titles, descriptions and texts, the best match first', async ({
    client,
    assert,
  }) => {
    await ArticleFactory.merge([
      { title: 'In the text', body: 'Somewhere there is a pruning saw.' },
      { title: 'Pruning' },
      { title: 'In the description', description: 'On pruning trees' },
      { title: 'Not at all' },
    ]).createMany(4)

    const page = await client.get('/search?q=prune')

    assert.deepEqual(titlesIn(page), ['Pruning', 'In the description', 'In the text'])
    page.assertTextIncludes('3 articles')
  })

  test('understands phrases, alternatives and what should not be there', async ({
    client,
    assert,
  }) => {
    await ArticleFactory.merge([
      { title: 'A', body: 'the night train' },
      { title: 'B', body: 'the train at night' },
      { title: 'C', body: 'the ship' },
    ]).createMany(3)
    const find = async (q: string) => {
      const page = await client.get('/search').qs({ q })
      return titlesIn(page).sort()
    }

    assert.deepEqual(await find('night train'), ['A', 'B'])
    assert.deepEqual(await find('"night train"'), ['A'])
    assert.deepEqual(await find('train or ship'), ['A', 'B', 'C'])
    assert.deepEqual(await find('train -"night train"'), ['B'])
  })

  test('narrows down by tag and by author', async ({ client, assert }) => {
    const author = await UserFactory.merge({ username: 'Jo Brand' }).create()
    const [own, tagged] = await ArticleFactory.merge([
      { title: 'A', body: 'pruning', authorId: author.id },
      { title: 'B', body: 'pruning' },
    ]).createMany(2)
    await tagged.tagWith(['trees'])
    const find = async (q: string) => {
      const page = await client.get('/search').qs({ q })
      return titlesIn(page)
    }

    assert.deepEqual(await find('pruning tag:trees'), [tagged.title])
    assert.deepEqual(await find('author:"jo brand" pruning'), [own.title])
    assert.deepEqual(await find('tag:trees'), [tagged.title])
    assert.deepEqual(await find('tag:trees author:"jo brand"'), [])
  })

  test('shows where the words are, and nothing that runs', async ({ client, assert }) => {
    await ArticleFactory.merge({
      title: 'Hostile',
      description: '\u0002Not found\u0003 here; pruning <img src=x onerror=alert(4) and more',
      body: [
        'Before `<img src=x onerror=alert(1)>` prune &lt;script&gt;alert(2)&lt;/script&gt; after.',
        '<script>alert(3)</script> \u0002prune\u0003 <b title="a>b">bold</b>',
      ].join('\n\n'),
    }).create()

    const page = await client.get('/search?q=prune')

    const html = page.text().split('class="article-preview"')[1]
    assert.include(html, '<mark>pruning</mark> &lt;img src=x')
    assert.notMatch(html, /<(img src=x|script)/i)
    assert.notInclude(html, '<mark>Not found')
  })

  test('shows the description where the words are in it, or in the title only', async ({
    client,
    assert,
  }) => {
    await ArticleFactory.merge([
      { title: 'First', description: 'On pruning & more &lt;' },
      { title: 'Pruning', description: 'Second' },
    ]).createMany(2)

    const page = await client.get('/search?q=prune')

    page.assertTextIncludes('<mark>pruning</mark> &amp; more &amp;lt;')
    assert.match(page.text(), /<p>\s*Second\s*<\/p>/)
  })

  test('shows no drafts', async ({ client, assert }) => {
    const draft = await ArticleFactory.apply('draft').merge({ body: 'pruning' }).create()

    const page = await client.get('/search?q=pruning').loginAs(draft.author)

    assert.deepEqual(titlesIn(page), [])
    page.assertTextIncludes('Nothing found')
  })

  test('has pages, ten each', async ({ client, assert }) => {
    await ArticleFactory.merge({ body: 'pruning & more' }).createMany(11)

    const first = await client.get('/search').qs({ q: 'pruning & more' })
    const [, next] = first.text().match(/href="([^"]*page=2)"/)!
    const second = await client.get(next.replaceAll('&amp;', '&'))

    assert.lengthOf(titlesIn(first), 10)
    assert.lengthOf(titlesIn(second), 1)
    second.assertTextIncludes('value="pruning &amp; more"')
  })

  test('without a question it shows its form', async ({ client, assert }) => {
    for (const query of ['', '?q=', '?q=%20', '?q[]=x', '?q[a]=x']) {
      const page = await client.get(`/search${query}`)
      page.assertStatus(200)
      assert.match(page.text(), /<input[^>]*name="q"[^>]*value=""/)
    }
  })

  test('survives whatever is typed', async ({ client }) => {
    const typed = ["'", '"', '\\', ':*', '!', '& |', '-', '()', 'the', '<->', 'tag:', 'author:""']

    for (const q of [...typed, 'x'.repeat(5_000), '%', '💥', '\ud800', 'a\u0301', 'tag:"']) {
      const page = await client.get(`/search?q=${encodeURIComponent(q.toWellFormed())}`)
      page.assertStatus(200)
    }
  })
})
