import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import Article from '#app/publishing/models/article'
import { UserFactory } from '#database/factories/user_factory'
import testUtils from '@adonisjs/core/services/test_utils'

const content = { title: 'How to prune', description: 'With care', body: 'Cut *little*.' }

test.group('Writing an article', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('keeps what was written, by whom and when', async ({ assert }) => {
    const author = await UserFactory.create()
    const before = DateTime.utc()

    const { id } = await Article.write(author, { ...content, publish: true })

    const article = await Article.findOrFail(id)
    assert.containsSubset(article.serialize(), { ...content, slug: 'how-to-prune' })
    assert.equal(article.authorId, author.id)
    assert.isTrue(article.createdAt >= before.startOf('second'))
    assert.deepEqual(article.publishedAt?.toMillis(), article.createdAt.toMillis())
  })

  test('an article that is not published is a draft', async ({ assert }) => {
    const author = await UserFactory.create()

    const draft = await Article.write(author, { ...content, publish: false })

    assert.isFalse(draft.isPublished)
    assert.isNull(draft.publishedAt)
  })

  test('one from elsewhere keeps its address and its date', async ({ assert }) => {
    const writtenAt = DateTime.utc(2019, 5, 17)
    const author = await UserFactory.create()

    const { id } = await Article.write(author, {
      ...content,
      publish: true,
      writtenAt,
      slug: 'old-address',
    })

    const article = await Article.findOrFail(id)
    assert.equal(article.slug, 'old-address')
    assert.equal(article.createdAt.toMillis(), writtenAt.toMillis())
    assert.equal(article.publishedAt!.toMillis(), writtenAt.toMillis())
  })

  test('is all or nothing: tags that cannot be kept leave no article', async ({ assert }) => {
    const author = await UserFactory.create()
    const tooLong = 'x'.repeat(61)

    await assert.rejects(() =>
      Article.write(author, { ...content, publish: true, tagList: [tooLong] })
    )

    assert.isNull(await Article.findBy({ slug: 'how-to-prune' }))
  })

  test('without a description, its first words say what it is about', async ({ assert }) => {
    const author = await UserFactory.create()

    const article = await Article.write(author, { ...content, description: '', publish: true })

    assert.equal(article.description, 'Cut little.')
  })

  test('the longest text can be kept, though it has more words than an index holds', async ({
    assert,
  }) => {
    const author = await UserFactory.create()
    const letter = (number: number) => String.fromCharCode(0xac00 + (Math.floor(number) % 40))
    const body = Array.from({ length: 50_000 }, (_, n) =>
      [letter(n), letter(n / 40), letter(n / 1_600), n % 25 ? '-' : ' '].join('')
    ).join('')

    const { id } = await Article.write(author, { ...content, body, publish: true })

    const article = await Article.findOrFail(id)
    assert.lengthOf(article.body, 200_000)
  })
})

test.group('Revising an article', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('changes what is given and keeps the rest', async ({ assert }) => {
    const author = await UserFactory.create()
    const article = await Article.write(author, { ...content, publish: true, tagList: ['trees'] })

    await article.revise({ body: 'Cut nothing.' })

    await article.refresh()
    await article.load('tags')
    assert.containsSubset(article.serialize(), { ...content, body: 'Cut nothing.' })
    assert.deepEqual(
      article.tags.map(({ name }) => name),
      ['trees']
    )
  })

  test('leaves its date, even when only the tags change or nothing does', async ({ assert }) => {
    const author = await UserFactory.create()
    const writtenAt = DateTime.utc().minus({ days: 3 })
    const article = await Article.write(author, { ...content, publish: true, writtenAt })

    for (const change of [{ tagList: ['trees'] }, {}]) {
      await db.from('articles').update({ updated_at: writtenAt.toISO() })
      await article.revise(change)

      const { createdAt, updatedAt } = await Article.findOrFail(article.id)
      assert.equal(createdAt.toMillis(), writtenAt.toMillis())
      assert.isAbove(updatedAt.toMillis(), writtenAt.toMillis())
    }
  })

  test('publishing makes it public once, withdrawing hides it again', async ({ assert }) => {
    const author = await UserFactory.create()
    const draft = await Article.write(author, { ...content, publish: false })

    await draft.publish()
    const publishedAt = draft.publishedAt
    await draft.publish()
    assert.isTrue(draft.isPublished)
    assert.equal(draft.publishedAt, publishedAt)

    await draft.withdraw()
    await draft.refresh()
    assert.isFalse(draft.isPublished)
  })
})

test.group('Finding an article', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('everybody finds what is published, and only its author a draft', async ({ assert }) => {
    const [author, other] = await UserFactory.createMany(2)
    const draft = await Article.write(author, { ...content, publish: false })
    const article = await Article.write(author, { ...content, publish: true })

    const found = await Article.findBySlugOrFail(article.slug)
    assert.equal(found.id, article.id)
    const own = await Article.findBySlugOrFail(draft.slug, author)
    assert.equal(own.id, draft.id)
    for (const reader of [undefined, null, other]) {
      await assert.rejects(
        () => Article.findBySlugOrFail(draft.slug, reader),
        'There is no such article'
      )
    }
  })
})
