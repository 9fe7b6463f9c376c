import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { Decimal } from '#atrium/model/main'
import { Actor, ResourceService } from '#atrium/resource/main'

import { ownDatabase } from '../../model/own_database.ts'
import { actorWith } from '../policy/actor_with.ts'
import { Book, Reading, Writer, library, serviceOf } from './library.ts'

const { books } = library()
const service = serviceOf(books, Actor.system())

test.group('Summaries', (group) => {
  let reader: ResourceService

  group.setup(() => ownDatabase(Writer, Book, Reading))
  group.setup(async () => {
    const trx = await db.beginGlobalTransaction()
    const grants = ['reading_books', 'reading_writers'].map((resource) => ({
      resource,
      action: 'list',
    }))
    reader = serviceOf(books, await actorWith(...grants))

    await Writer.createMany([
      { name: 'Ada', email: 'ada@example.com' },
      { name: 'Ben', email: 'ben@example.com', isPublic: false },
    ])
    const day = (text: string) => DateTime.fromISO(text, { zone: 'utc' })
    const price = (text: string) => new Decimal(text)
    await Book.createMany([
      { title: 'a', writerId: 1, rating: 3, price: price('0.1'), copies: 9_007_199_254_740_993n },
      { title: 'b', writerId: 1, rating: 4, price: price('0.2'), seenAt: day('2026-03-28T22:30Z') },
      { title: 'c', writerId: 2, seenAt: day('2026-03-28T23:30Z') },
      { title: 'd', status: 'draft', rating: 4, seenAt: day('2026-03-31T12:00Z'), copies: 1n },
      { title: 'e', rating: 9, deletedAt: DateTime.utc() },
    ])
    return async () => trx.rollback()
  })

  test('say how many rows there are, of those that the actor may see', async ({ assert }) => {
    assert.deepEqual(await service.count({}, 'exact'), { value: 4, kind: 'exact' })
    assert.deepEqual(await reader.count({}, 'exact'), { value: 3, kind: 'exact' })
    assert.deepEqual(await service.count({ filter: 'rating = 4' }), { value: 2, kind: 'exact' })
    assert.deepEqual(await service.count({ search: 'a' }), { value: 2, kind: 'exact' })
    assert.equal((await service.count({}, 'estimated')).kind, 'about')
    await assert.rejects(() => reader.count({ filter: 'note:x' }), /note/)
  })

  test('do not count far without being asked: what is many is at least so many, or about', async ({
    assert,
  }) => {
    const trx = await db.connection(Book.connection).transaction()
    await trx.rawQuery(
      `insert into reading_books (title, year, status)
       select 'many', n % 2, 'out' from generate_series(1, 30000) n`
    )
    await trx.rawQuery('analyze reading_books')
    const counted = new ResourceService(books, Actor.system(), trx)

    const all = await counted.count()
    assert.equal(all.kind, 'about')
    assert.closeTo(all.value, 30_000, 1_000)
    assert.deepEqual(await counted.count({ filter: 'year = 1' }), {
      value: 10_000,
      kind: 'at least',
    })
    assert.deepEqual(await counted.count({ filter: 'year = 1' }, 'exact'), {
      value: 15_000,
      kind: 'exact',
    })

    const { problems, indexes, plan } = await counted.examine({
      filter: 'status = out',
      sort: [{ path: ['title'], direction: 'asc' }],
    })
    assert.match(problems.join(), /reads all rows of reading_books, about 30,0\d\d/)
    assert.match(plan.join('\n'), /Seq Scan on reading_books/)
    assert.equal(indexes[0].model, `index<Book>(['status', 'title', 'id'])`)
    assert.include(
      indexes[0].migration,
      'create index concurrently "reading_books_status_title_id_index" on "reading_books" ("status", "title", "id")'
    )
    await trx.rollback()
    await db.connection(Book.connection).rawQuery('analyze reading_books')
  })

  test('sum up exactly, in all and by group', async ({ assert }) => {
    const [all] = await service.aggregate({
      measures: {
        books: { of: 'count' },
        copies: { of: 'sum', field: 'copies' },
        prices: { of: 'sum', field: 'price' },
        rating: { of: 'average', field: 'rating' },
        last: { of: 'greatest', field: 'seenAt' },
      },
    })
    assert.equal(all.values.books, 4)
    assert.equal(all.values.copies, 9_007_199_254_740_994n)
    assert.equal(all.values.prices.toFixed(), '0.3')
    assert.match(all.values.rating.toFixed(), /^3.6666666/)
    assert.equal(all.values.last.toISO(), '2026-03-31T12:00:00.000Z')

    const byWriter = await reader.aggregate({
      measures: { books: { of: 'count' } },
      by: ['writer', 'status'],
    })
    assert.deepEqual(byWriter, [
      {
        group: { writer: 1, status: 'out' },
        labels: { writer: { key: '1', title: 'Ada' } },
        values: { books: 2 },
      },
      { group: { writer: 2, status: 'out' }, labels: { writer: null }, values: { books: 1 } },
    ])
    await assert.rejects(
      () => service.aggregate({ measures: { it: { of: 'sum', field: 'title' } } }),
      /no field or relation "title"/
    )
  })

  test('put rows together by days of the actor', async ({ assert }) => {
    const measures = { books: { of: 'count' as const } }
    const by = [{ field: 'seenAt', unit: 'day' as const }]
    const berlin = serviceOf(books, Actor.system({ zone: 'Europe/Berlin' }))
    const counts = async (one: ResourceService) => {
      const rows = await one.aggregate({ measures, by, filter: 'seenAt:*' })
      return rows.map(({ values }) => values.books)
    }

    assert.deepEqual(await counts(service), [1, 2])
    assert.deepEqual(await counts(berlin), [1, 1, 1])

    const { bars, unit } = await berlin.histogram({ field: 'seenAt', budget: 5_000 })
    assert.equal(unit, 'day')
    assert.deepEqual(
      bars.map(({ from, to, count }) => [from.toISODate(), to.diff(from, 'hours').hours, count]),
      [
        ['2026-03-28', 24, 1],
        ['2026-03-29', 23, 1],
        ['2026-03-30', 24, 0],
        ['2026-03-31', 24, 1],
      ]
    )
  })

  test('count the values of fields, with their labels, and leave what takes too long', async ({
    assert,
  }) => {
    const facets = await reader.facets({ fields: ['status', 'writer', 'rating'], budget: 5_000 })

    assert.deepEqual(facets[0], {
      field: 'status',
      label: 'Status',
      values: [{ value: 'out', label: 'Out', count: 3 }],
      hasMore: false,
      isReady: true,
    })
    assert.deepEqual(facets[1].values, [
      { value: 1, label: 'Ada', key: '1', count: 2 },
      { value: 2, label: null, count: 1 },
    ])
    assert.sameDeepMembers(facets[2].values, [
      { value: 3, label: '3', count: 1 },
      { value: 4, label: '4', count: 1 },
      { value: null, label: null, count: 1 },
    ])

    const [late] = await service.facets({ fields: ['status'], budget: 0 })
    assert.containSubset(late, { values: [], isReady: false })
    assert.isFalse((await service.histogram({ field: 'seenAt', budget: 0 })).isReady)
  })

  test('examine lists for administrators alone', async ({ assert }) => {
    const { sql, problems } = await service.examine({ filter: `title = "O'Neill"`, analyze: true })

    assert.include(sql, `'O''Neill'`)
    assert.deepEqual(problems, [])
    await assert.rejects(() => reader.examine(), /may not examine/)
  })
})
