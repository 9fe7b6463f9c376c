import { test } from '@japa/runner'
import Tag from '#app/publishing/models/tag'
import { RunProblem } from '#atrium/resource/main'
import { HistoryEntry } from '#atrium/model/main'
import testUtils from '@adonisjs/core/services/test_utils'
import Article from '#app/publishing/models/article'
import { UserFactory } from '#database/factories/user_factory'
import { ArticleFactory } from '#database/factories/article_factory'

import { administrator } from './people.ts'
import { runChecked, send, upload } from './import_steps.ts'

test.group('Imports of the admin', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('guess the columns, say what would happen, and write nothing before they are told to', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const author = await UserFactory.merge({ username: 'grace' }).create()
    const old = await ArticleFactory.merge({ title: 'Old', authorId: author.id }).create()
    const file = [
      'ID;Title;Description;Body;Author;Ignored',
      `${old.id};New title;${old.description};${old.body};grace;x`,
      ';Added;About;Text;grace;x',
      ';;About;Text;grace;x',
      ';Lost;About;Text;nobody;x',
    ].join('\r\n')

    const { address } = await upload(client, person, file)
    const columns = await client.get(address).loginAs(person)
    columns.assertTextIncludes('Ignored')
    assert.match(columns.text(), /value="authorId"\s+selected/)

    const step = await send(client, person, address, {
      columns: ['id', 'title', 'description', 'body', 'authorId', ''],
      match: 'id',
    })
    assert.equal(step.header('location'), `${address}?step=check`)
    const check = await client.get(`${address}?step=check`).loginAs(person)
    check.assertStatus(200)
    assert.match(check.text(), /<del>Old<\/del>[^]*<ins>New title<\/ins>/)
    check.assertTextIncludes('nobody')
    check.assertTextIncludes('Import 2 lines')
    assert.equal((await Article.findOrFail(old.id)).title, 'Old')
    assert.isNull(await Article.findBy('title', 'Added'))

    const run = await runChecked(client, person, address, { reason: 'From the editors' })
    assert.match(run.header('location')!, /^\/admin\/runs\//)
    assert.equal((await Article.findOrFail(old.id)).title, 'New title')
    const added = await Article.findByOrFail('title', 'Added')
    assert.equal(added.authorId, author.id)

    const report = await client.get(run.header('location')!).loginAs(person)
    report.assertStatus(200)
    report.assertTextIncludes('From the editors')
    const id = run.header('location')!.split('/').at(-1)!
    const problems = await RunProblem.query().where('runId', id).orderBy('id')
    assert.deepEqual(
      problems.map(({ row }) => row),
      ['4', '5']
    )
    const entries = await HistoryEntry.query().whereRaw(`operation->>'id' = ?`, [id])
    assert.isAbove(entries.length, 1)

    const failed = await client.get(`/admin/runs/${id}/problems.csv`).loginAs(person)
    assert.match(failed.text(), /^\uFEFFID,Title,.*,Line,What,Why\r\n.*\r\n,Lost,/)
  })

  test('find nothing to do in a file that was exported, whatever is in it', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const titles = ['=1+1', "'=quoted", '-5', 'Plain, "quoted"', ' space ']
    const author = await UserFactory.create()
    for (const title of titles) await ArticleFactory.merge({ title, authorId: author.id }).create()

    for (const format of ['csv', 'xlsx']) {
      const request = client
        .get('/admin/articles/export')
        .qs({ format, columns: 'all', filter: `authorId=${author.id}` })
        .loginAs(person)
      request.request.responseType('blob')
      const file = await request

      const { address } = await upload(client, person, file.body(), `articles.${format}`)
      const check = await client.get(`${address}?step=check`).loginAs(person)
      check.assertTextIncludes('All lines say what is there already.')
      assert.match(check.text(), /<strong>5<\/strong>\s*unchanged/, format)
    }
  })

  test('are taken back as a whole', async ({ client, assert }) => {
    const person = await administrator()
    const { address } = await upload(client, person, 'Name\nfirst-new\nsecond-new', 't.csv', 'tags')
    const run = await runChecked(client, person, address)
    assert.lengthOf(await Tag.query().whereIn('name', ['first-new', 'second-new']), 2)

    const id = run.header('location')!.split('/').at(-1)
    await send(client, person, `/admin/undo/${id}`, {})
    assert.lengthOf(await Tag.query().whereIn('name', ['first-new', 'second-new']), 0)
  })

  test('leave out lines by the rules that were chosen', async ({ client }) => {
    const person = await administrator()
    await Tag.create({ name: 'known' })
    const { address } = await upload(client, person, 'Name\nknown\nnew\nnew', 't.csv', 'tags')

    await send(client, person, address, {
      'columns[0]': 'name',
      'match': 'name',
      'missing': 'skip',
    })
    const check = await client.get(`${address}?step=check`).loginAs(person)
    check.assertTextIncludes('There is no such row')

    const twice = await send(client, person, address, { match: 'name' })
    twice.assertStatus(422)
    twice.assertTextIncludes('No column fills a field')
  })

  test('take files with strange headings', async ({ client, assert }) => {
    const person = await administrator()
    const { address } = await upload(client, person, 'Name,Name,\na,b,c', 't.csv', 'tags')
    const columns = await client.get(address).loginAs(person)

    columns.assertTextIncludes('Name (2)')
    columns.assertTextIncludes('(3)')
    const wrong = await send(client, person, address, { columns: ['name', 'name', ''] })
    assert.include(wrong.text(), 'Two columns fill Name')
  })

  test('are for those who may write, each sees only their own', async ({ client }) => {
    const [one, other] = [await administrator(), await administrator()]
    const { address } = await upload(client, one, 'Name\nx', 't.csv', 'tags')

    ;(await client.get(address).accept('json').loginAs(other)).assertStatus(404)
    ;(await client.get(address).accept('json').loginAs(one)).assertStatus(200)
  })
})
