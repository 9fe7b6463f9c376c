import { test } from '@japa/runner'
import Article from '#app/publishing/models/article'
import testUtils from '@adonisjs/core/services/test_utils'
import { emptyTables } from '#tests/empty_tables'
import { UserFactory } from '#database/factories/user_factory'

const content = { description: 'With care', body: 'Cut little.', publish: true }

test.group('The address of an article', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('comes from the title', async ({ assert }) => {
    const author = await UserFactory.create()

    const article = await Article.write(author, { ...content, title: 'Äpfel & pears, 2nd ed.' })

    assert.match(article.slug, /^[a-z0-9]+(-[a-z0-9]+)*$/)
    assert.include(article.slug, 'pears')
  })

  test('differs between articles that share a title', async ({ assert }) => {
    const author = await UserFactory.create()

    const first = await Article.write(author, { ...content, title: 'On pruning' })
    const second = await Article.write(author, { ...content, title: 'On pruning' })

    assert.equal(first.slug, 'on-pruning')
    assert.match(second.slug, /^on-pruning-[a-z0-9]+$/)
  })

  test('a new title gives a new one, an unchanged title keeps it', async ({ assert }) => {
    const author = await UserFactory.create()
    const taken = await Article.write(author, { ...content, title: 'On pruning' })
    const article = await Article.write(author, { ...content, title: 'On pruning' })
    const { slug } = article

    await article.revise({ title: 'On pruning', body: 'Cut less.' })
    assert.equal(article.slug, slug)

    await article.revise({ title: 'On grafting' })
    assert.equal(article.slug, 'on-grafting')

    await article.revise({ title: 'On pruning' })
    assert.notEqual(article.slug, taken.slug)
    assert.match(article.slug, /^on-pruning-/)
  })
})

test.group('The address of an article | at the same moment', (group) => {
  group.each.setup(emptyTables)

  test('twenty people who use one title get twenty addresses', async ({ assert }) => {
    const author = await UserFactory.create()

    const articles = await Promise.all(
      Array.from({ length: 20 }, () =>
        Article.write(author, { ...content, title: 'On haste', tagList: ['b', 'a'] })
      )
    )

    assert.equal(new Set(articles.map(({ slug }) => slug)).size, 20)
  })
})
