import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

test.group('Publishing an article', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('shows it to readers at once, in the list and by its address', async ({ client }) => {
    const draft = await ArticleFactory.apply('draft').create()

    const response = await client
      .post(`/article/${draft.slug}/publication`)
      .loginAs(draft.author)
      .withCsrfToken()
      .redirects(0)

    response.assertHeader('location', `/article/${draft.slug}`)
    const home = await client.get('/')
    home.assertTextIncludes(draft.title)
    const page = await client.get(`/article/${draft.slug}`)
    page.assertStatus(200)
  })

  test('taken back, it is a draft again', async ({ client }) => {
    const article = await ArticleFactory.create()

    await client
      .post(`/article/${article.slug}/publication?_method=DELETE`)
      .loginAs(article.author)
      .withCsrfToken()

    const page = await client.get(`/article/${article.slug}`)
    page.assertStatus(404)
    const drafts = await client.get('/drafts').loginAs(article.author)
    drafts.assertTextIncludes(article.title)
  })

  test('nobody but its author may do it', async ({ client, assert }) => {
    const article = await ArticleFactory.create()
    const draft = await ArticleFactory.apply('draft').create()
    const other = await UserFactory.create()

    const withdrawal = await client
      .delete(`/article/${article.slug}/publication`)
      .loginAs(other)
      .withCsrfToken()
    withdrawal.assertStatus(403)

    const publication = await client
      .post(`/article/${draft.slug}/publication`)
      .loginAs(other)
      .withCsrfToken()
    publication.assertStatus(404)

    await draft.refresh()
    assert.isFalse(draft.isPublished)
  })
})

test.group('Drafts', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are listed for their author, the last touched first', async ({ client, assert }) => {
    const author = await UserFactory.create()
    const [first, second] = await ArticleFactory.apply('draft')
      .merge({ authorId: author.id })
      .createMany(2)
    const others = await ArticleFactory.apply('draft').create()
    await second.revise({})
    await first.revise({})

    const page = await client.get('/drafts').loginAs(author)

    assert.isBelow(page.text().indexOf(first.title), page.text().indexOf(second.title))
    assert.notInclude(page.text(), others.title)
  })

  test('when there are none, the page leads to the editor', async ({ client, assert }) => {
    const author = await UserFactory.create()

    const page = await client.get('/drafts').loginAs(author)

    assert.match(page.text().split('<main')[1], /href="\/editor"/)
  })
})
