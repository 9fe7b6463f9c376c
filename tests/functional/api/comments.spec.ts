import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

const ISO_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

test.group('Comments', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a posted comment is answered with 201 and read by everybody', async ({
    client,
    assert,
  }) => {
    const article = await ArticleFactory.create()
    const reader = await UserFactory.create()
    const url = `/api/articles/${article.slug}/comments`

    const posted = await client
      .post(url)
      .json({ comment: { body: ' Well said. ', extra: true } })
      .withGuard('api')
      .loginAs(reader)
    const { comment } = posted.body()

    posted.assertStatus(201)
    assert.sameMembers(Object.keys(comment), ['id', 'createdAt', 'updatedAt', 'body', 'author'])
    assert.isNumber(comment.id)
    assert.match(comment.createdAt, ISO_UTC)
    assert.match(comment.updatedAt, ISO_UTC)
    assert.strictEqual(comment.body, 'Well said.')
    assert.deepEqual(comment.author, {
      username: reader.username,
      bio: null,
      image: null,
      following: false,
    })

    const list = await client.get(url)
    list.assertStatus(200)
    list.assertBody({ comments: [comment] })
  })

  test('the latest comes first, with whether the reader follows its author', async ({
    client,
    assert,
  }) => {
    const article = await ArticleFactory.create()
    const [reader, other] = await UserFactory.createMany(2)
    await article.comment(reader, 'First.')
    await article.comment(other, 'Second.')
    await client.post(`/api/profiles/${other.username}/follow`).withGuard('api').loginAs(reader)

    const list = await client
      .get(`/api/articles/${article.slug}/comments`)
      .withGuard('api')
      .loginAs(reader)

    assert.deepEqual(
      list.body().comments.map(({ body, author }: any) => [body, author.following]),
      [
        ['Second.', true],
        ['First.', false],
      ]
    )
  })

  test('nothing said about an article gives an empty list', async ({ client }) => {
    const [article, another] = await ArticleFactory.createMany(2)
    await another.comment(another.author, 'About something else.')

    const list = await client.get(`/api/articles/${article.slug}/comments`)

    list.assertStatus(200)
    list.assertBody({ comments: [] })
  })

  test('a blank comment is refused', async ({ client }) => {
    const article = await ArticleFactory.create()

    for (const body of ['', '  ', null, undefined]) {
      const response = await client
        .post(`/api/articles/${article.slug}/comments`)
        .json({ comment: { body } })
        .withGuard('api')
        .loginAs(article.author)

      response.assertStatus(422)
      response.assertBody({ errors: { body: ["can't be blank"] } })
    }
  })

  test('a comment is taken back by who made it, and by nobody else', async ({ client, db }) => {
    const article = await ArticleFactory.create()
    const reader = await UserFactory.create()
    const comment = await article.comment(reader, 'Well said.')
    const url = `/api/articles/${article.slug}/comments/${comment.id}`

    const other = await client.delete(url).withGuard('api').loginAs(article.author)
    other.assertStatus(403)
    other.assertBody({ errors: { comment: ['forbidden'] } })
    await db.assertHas('comments', { id: comment.id })

    const own = await client.delete(url).withGuard('api').loginAs(reader)
    own.assertStatus(204)
    await db.assertMissing('comments', { id: comment.id, deleted_at: null })
  })

  test('a comment is found with its own article only', async ({ client }) => {
    const [article, another] = await ArticleFactory.createMany(2)
    const comment = await article.comment(article.author, 'Well said.')

    const response = await client
      .delete(`/api/articles/${another.slug}/comments/${comment.id}`)
      .withGuard('api')
      .loginAs(article.author)

    response.assertStatus(404)
    response.assertBody({ errors: { comment: ['not found'] } })
  })

  test('an unknown comment is not found', async ({ client }) => {
    const article = await ArticleFactory.create()

    const response = await client
      .delete(`/api/articles/${article.slug}/comments/99999`)
      .withGuard('api')
      .loginAs(article.author)

    response.assertStatus(404)
    response.assertBody({ errors: { comment: ['not found'] } })
  })

  test('no id is so odd that it breaks anything: {$self}')
    .with(['x', '-1', '1.5', '9223372036854775808', '9'.repeat(40), '0x1', '%00'])
    .run(async ({ client }, id) => {
      const article = await ArticleFactory.create()

      const response = await client
        .delete(`/api/articles/${article.slug}/comments/${id}`)
        .withGuard('api')
        .loginAs(article.author)

      response.assertStatus(404)
    })

  test('an unknown article is not found', async ({ client }) => {
    const user = await UserFactory.create()
    const url = '/api/articles/no-such-article/comments'

    const answers = [
      await client.get(url),
      await client
        .post(url)
        .json({ comment: { body: 'Hm.' } })
        .withGuard('api')
        .loginAs(user),
      await client.delete(`${url}/1`).withGuard('api').loginAs(user),
    ]

    for (const answer of answers) {
      answer.assertStatus(404)
      answer.assertBody({ errors: { article: ['not found'] } })
    }
  })

  test('a draft of somebody else has no comments and takes none', async ({ client }) => {
    const draft = await ArticleFactory.apply('draft').create()
    const stranger = await UserFactory.create()
    const url = `/api/articles/${draft.slug}/comments`

    const list = await client.get(url).withGuard('api').loginAs(stranger)
    const posted = await client
      .post(url)
      .json({ comment: { body: 'Hm.' } })
      .withGuard('api')
      .loginAs(stranger)

    list.assertStatus(404)
    posted.assertStatus(404)
  })

  test('a missing token is answered before anything else', async ({ client }) => {
    const url = '/api/articles/no-such-article/comments'

    for (const answer of [await client.post(url).json({}), await client.delete(`${url}/1`)]) {
      answer.assertStatus(401)
      answer.assertBody({ errors: { token: ['is missing'] } })
    }
  })
})
