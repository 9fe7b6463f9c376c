import { test } from '@japa/runner'
import Tag from '#app/publishing/models/tag'
import { RoleGrant } from '#atrium/resource/main'
import Article from '#app/publishing/models/article'
import testUtils from '@adonisjs/core/services/test_utils'
import { ArticleFactory } from '#database/factories/article_factory'
import { UserFactory } from '#database/factories/user_factory'

import { administrator, editor } from './people.ts'
import { checkOf, countsIn, runChecked, send, upload } from './import_steps.ts'

async function tagsOf(article: Article) {
  const tags = await article.related('tags').query().orderBy('name')
  return tags.map(({ name }) => name)
}

test.group('Many-to-many columns of an import', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('find nothing to do in articles that were exported with their tags', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const author = await UserFactory.create()
    const articles = await ArticleFactory.merge({ authorId: author.id }).createMany(3)
    await articles[0].tagWith(['trees', 'apples', 'pots; pans', 'the "best"', ' spaced '])
    await articles[1].tagWith(['apples'])

    for (const format of ['csv', 'xlsx']) {
      const request = client
        .get('/admin/articles/export')
        .qs({ format, columns: 'all', filter: `authorId=${author.id}` })
        .loginAs(person)
      request.request.responseType('blob')
      const file = (await request).body()
      if (format === 'csv') assert.include(file.toString(), 'apples; ""pots; pans""')

      const { address } = await upload(client, person, file, `articles.${format}`)
      const columns = await client.get(address).loginAs(person)
      assert.match(columns.text(), /value="tags"\s+selected/)
      const check = await checkOf(client, person, address)
      assert.deepInclude(countsIn(check), { unchanged: 3, update: 0, refuse: 0 }, format)
    }
  })

  test('link what cells name by title or key, and the check says what comes and goes', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const article = await ArticleFactory.create()
    await article.tagWith(['trees', 'apples'])
    const pears = await Tag.create({ name: 'pears' })

    const file = `ID,Tags\n${article.id},trees; ${pears.id}`
    const { address } = await upload(client, person, file)
    const check = await checkOf(client, person, address)
    assert.match(check, /<del>apples<\/del>[^]*<ins>pears<\/ins>/)
    assert.deepEqual(await tagsOf(article), ['apples', 'trees'])

    const run = await runChecked(client, person, address)
    assert.deepEqual(await tagsOf(article), ['pears', 'trees'])

    await send(client, person, `/admin/undo/${run.header('location')!.split('/').at(-1)}`, {})
    assert.deepEqual(await tagsOf(article), ['apples', 'trees'])
  })

  test('leave tags alone where a cell is empty, or take them away when that is chosen', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const article = await ArticleFactory.create()
    await article.tagWith(['trees'])

    const { address } = await upload(client, person, `ID,Tags\n${article.id},`)
    assert.equal(countsIn(await checkOf(client, person, address)).unchanged, 1)

    await send(client, person, address, {
      columns: ['id', 'tags'],
      match: 'id',
      empty: 'clear',
    })
    await runChecked(client, person, address)
    assert.deepEqual(await tagsOf(article), [])
  })

  test('are separated by what was chosen', async ({ client, assert }) => {
    const person = await administrator()
    const article = await ArticleFactory.create()
    await Tag.createMany([{ name: 'a;b' }, { name: 'c' }, { name: 'd' }])

    const commas = `ID;Tags\n${article.id};"a;b, c"`
    const { address } = await upload(client, person, commas)
    const form = { columns: ['id', 'tags'], match: 'id' }
    await send(client, person, address, { ...form, separator: 'comma' })
    await runChecked(client, person, address)
    assert.deepEqual(await tagsOf(article), ['a;b', 'c'])

    const lines = `ID,Tags\n${article.id},"c\r\nd"`
    const { address: other } = await upload(client, person, lines)
    const columns = await client.get(other).loginAs(person)
    assert.match(columns.text(), /value="line"\s+selected/)
    await runChecked(client, person, other)
    assert.deepEqual(await tagsOf(article), ['c', 'd'])
  })

  test('name unknown tags with the line, or make them when that is chosen', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const [one, other] = await ArticleFactory.createMany(2)
    const file = `ID,Tags\n${one.id},fresh; green\n${other.id},green`
    const { address } = await upload(client, person, file)

    const refused = await checkOf(client, person, address)
    assert.include(refused, 'There is no Tags &quot;fresh&quot;, &quot;green&quot;')
    assert.equal(countsIn(refused).refuse, 2)

    const form = { columns: ['id', 'tags'], match: 'id' }
    await send(client, person, address, { ...form, unknown: 'create' })
    const check = await checkOf(client, person, address)
    assert.include(check, 'fresh (new); green (new)')
    assert.lengthOf(await Tag.query().whereIn('name', ['fresh', 'green']), 0)

    const run = await runChecked(client, person, address)
    assert.deepEqual(await tagsOf(one), ['fresh', 'green'])
    assert.deepEqual(await tagsOf(other), ['green'])
    assert.lengthOf(await Tag.query().whereIn('name', ['fresh', 'green']), 2)

    await send(client, person, `/admin/undo/${run.header('location')!.split('/').at(-1)}`, {})
    assert.lengthOf(await Tag.query().whereIn('name', ['fresh', 'green']), 0)
    assert.deepEqual(await tagsOf(one), [])
  })

  test('make nothing for those who may not make tags', async ({ client, assert }) => {
    const person = await editor()
    await RoleGrant.query().where({ resource: 'tags', action: 'create' }).delete()
    const article = await ArticleFactory.create()
    const { address } = await upload(client, person, `ID,Tags\n${article.id},fresh`)

    const columns = await client.get(address).loginAs(person)
    assert.notInclude(columns.text(), 'name="unknown"')
    await send(client, person, address, {
      columns: ['id', 'tags'],
      match: 'id',
      unknown: 'create',
    })
    const check = await checkOf(client, person, address)
    assert.include(check, 'There is no Tags &quot;fresh&quot;')
    assert.equal(countsIn(check).refuse, 1)
  })

  test('are made with new articles', async ({ client, assert }) => {
    const person = await administrator()
    await Tag.create({ name: 'trees' })
    const file =
      'Title,Description,Body,Author,Tags\nNew one,About,Text,' + person.username + ',trees'
    const { address } = await upload(client, person, file)

    await runChecked(client, person, address)
    const article = await Article.findByOrFail('title', 'New one')
    assert.deepEqual(await tagsOf(article), ['trees'])
  })
})
