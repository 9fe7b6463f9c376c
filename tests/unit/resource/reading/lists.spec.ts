import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { Decimal } from '#atrium/model/main'
import { Actor, type SortTerm } from '#atrium/resource/main'

import { ownDatabase } from '../../model/own_database.ts'
import { actorWith } from '../policy/actor_with.ts'
import { queriesOf } from '../../../functional/queries_of.ts'
import { Book, Reading, Writer, library, serviceOf } from './library.ts'

const { books, writers, readings } = library()
const everything = Actor.system()

const by = (text: string, nulls?: SortTerm['nulls']): SortTerm => ({
  path: text.replace(/^-/, '').split('.'),
  direction: text.startsWith('-') ? 'desc' : 'asc',
  nulls,
})
const titles = (rows: { title: string }[]) => rows.map(({ title }) => title)

test.group('Lists', (group) => {
  let reader: Actor

  group.setup(() => ownDatabase(Writer, Book, Reading))
  group.setup(async () => {
    const trx = await db.beginGlobalTransaction()
    reader = await actorWith(
      { resource: 'reading_books', action: 'list' },
      { resource: 'reading_books', action: 'show' },
      { resource: 'reading_books', action: 'promote' },
      { resource: 'reading_writers', action: 'list' }
    )
    return async () => trx.rollback()
  })
  group.each.setup(async () => {
    const [ada, ben] = await Writer.createMany([
      { name: 'Ada', email: 'ada@example.com' },
      { name: 'Ben', email: 'ben@example.com', isPublic: false },
    ])
    await Book.createMany([
      { title: 'Alpine gardens', writerId: ada.id, rating: 3, copies: 9_007_199_254_740_993n },
      { title: 'Boats', writerId: ben.id, rating: null, price: new Decimal('0.1') },
      { title: 'Cellars', writerId: null, rating: 5, note: 'cold', secret: 'sesame' },
      { title: 'Drafted', writerId: ada.id, rating: 1, status: 'draft' },
      { title: 'Erased', rating: 2, deletedAt: DateTime.utc() },
    ])
    return () =>
      db
        .connection(Book.connection)
        .rawQuery('truncate reading_books, reading_writers, reading_readings restart identity')
        .exec()
  })

  test('have the fields that are wanted, labels, versions and what is allowed, in one query', async ({
    assert,
  }) => {
    let page: any
    const queries = await queriesOf(async () => {
      page = await serviceOf(books, everything).list({
        fields: ['title', 'writer', 'copies', 'price'],
        sort: [by('title')],
        actions: ['promote', 'update', 'restore'],
      })
    }, Book.connection)

    assert.lengthOf(queries, 1)
    assert.notMatch(queries[0], /note|secret/)
    const [alpine, boats, cellars, drafted] = page.rows
    assert.lengthOf(page.rows, 4)
    assert.deepEqual(alpine.values, {
      title: 'Alpine gardens',
      writerId: 1,
      copies: 9_007_199_254_740_993n,
      price: null,
    })
    assert.deepEqual(alpine.labels, { writer: { key: '1', title: 'Ada' } })
    assert.match(alpine.version, /^\d+$/)
    assert.equal(boats.values.price.toFixed(), '0.1')
    assert.isNull(cellars.labels.writer)
    assert.deepEqual(alpine.allowed, { promote: false, update: true, restore: false })
    assert.isTrue(drafted.allowed.promote)
  })

  test('show what the actor may see, and no labels of rows that it may not', async ({ assert }) => {
    const { rows, fields } = await serviceOf(books, reader).list({ sort: [by('title')] })

    assert.deepEqual(titles(rows), ['Alpine gardens', 'Boats', 'Cellars'])
    assert.deepEqual(fields, ['title', 'writer', 'rating', 'status'])
    assert.deepEqual(rows[0].labels.writer, { key: '1', title: 'Ada' })
    assert.isNull(rows[1].labels.writer)
    assert.equal(rows[1].values.writerId, 2)
  })

  test('are sorted by several terms, behind relations too, with empty values where one wants them', async ({
    assert,
  }) => {
    const sorted = async (...sort: SortTerm[]) =>
      titles((await serviceOf(books, everything).list({ sort })).rows).map(([first]) => first)

    assert.deepEqual(await sorted(by('rating')), ['D', 'A', 'C', 'B'])
    assert.deepEqual(await sorted(by('-rating')), ['B', 'C', 'A', 'D'])
    assert.deepEqual(await sorted(by('-rating', 'last')), ['C', 'A', 'D', 'B'])
    assert.deepEqual(await sorted(by('writer'), by('-title')), ['D', 'A', 'B', 'C'])
    assert.deepEqual(await sorted(by('-writer.email', 'last'), by('title')), ['B', 'A', 'D', 'C'])
  })

  test('refuse names that the actor may not read in the words of those that there are not', async ({
    assert,
  }) => {
    const service = serviceOf(books, reader)
    const refusal = async (work: () => Promise<unknown>) =>
      work().then(
        () => 'nothing',
        (error) => error.message
      )

    for (const name of ['note', 'secret', 'nothing']) {
      const shown = (text: string) => text.replaceAll(name, 'it')
      const said = [
        await refusal(() => service.list({ fields: [name] })),
        await refusal(() => service.list({ sort: [by(name)] })),
        await refusal(() => service.list({ sort: [by(`writer.${name}`)] })),
        await refusal(() => service.facets({ fields: [name] })),
        await refusal(() => service.histogram({ field: name })),
        await refusal(() =>
          service.aggregate({ measures: { it: { of: 'smallest', field: name } } })
        ),
        await refusal(() => service.aggregate({ measures: {}, by: [name] })),
      ]
      assert.deepEqual(said.map(shown), [
        '"reading_books" has no field or relation "it" that you may see',
        'The list cannot be sorted by "it"',
        'The list cannot be sorted by "writer.it"',
        ...Array(4).fill('"reading_books" has no field or relation "it" that you may see'),
      ])
    }
    await assert.rejects(() => service.list({ sort: [by('writer.email')] }), /cannot be sorted/)
    await assert.rejects(() => serviceOf(readings, reader).list(), /You may not list/)
  })

  test('leave out the trash unless it is asked for by one who may restore', async ({ assert }) => {
    const service = serviceOf(books, everything)

    assert.deepEqual(titles((await service.list({ trash: 'only' })).rows), ['Erased'])
    assert.lengthOf((await service.list({ trash: 'with' })).rows, 5)
    assert.equal((await service.count({}, 'exact')).value, 4)
    const [erased] = (await service.list({ trash: 'only', actions: ['restore', 'update'] })).rows
    assert.deepEqual(erased.allowed, { restore: true, update: false })
    assert.isTrue(DateTime.isDateTime(erased.deletedAt))
    await assert.rejects(() => serviceOf(books, reader).list({ trash: 'with' }), /may not restore/)
  })

  test('hold what a row of another resource has', async ({ assert }) => {
    const related = (key: string) => ({
      resource: 'reading_writers',
      key,
      relation: 'readingBooks',
    })

    const { rows } = await serviceOf(books, everything).list({ related: related('1') })
    assert.sameMembers(titles(rows), ['Alpine gardens', 'Drafted'])
    assert.lengthOf((await serviceOf(books, everything).list({ related: related('x') })).rows, 0)
    await assert.rejects(
      () => serviceOf(books, reader).list({ related: related('1') }),
      /may not show reading_writers/
    )
  })

  test('find every word in any of the fields, what begins with short ones, and keys', async ({
    assert,
  }) => {
    const found = async (search: string, actor = everything) =>
      titles((await serviceOf(books, actor).list({ search, sort: [by('title')] })).rows)

    assert.deepEqual(await found('garden alpine'), ['Alpine gardens'])
    assert.deepEqual(await found('gardens ada'), ['Alpine gardens'])
    assert.deepEqual(await found('ben'), ['Boats'])
    assert.deepEqual(await found('ben', reader), [])
    assert.deepEqual(await found('ada', reader), ['Alpine gardens'])
    assert.deepEqual(await found('3'), ['Cellars'])
    assert.deepEqual(await found('#4'), ['Drafted'])
    assert.deepEqual(await found('%'), [])
    assert.deepEqual(await found(`'"\\ \0 (:* & |`), [])
    assert.deepEqual(await found('cold', reader), [])
    assert.lengthOf(await found('   '), 4)
    assert.deepEqual(await found('x'.repeat(5_000)), [])

    const people = serviceOf(writers, everything)
    assert.deepEqual(titles((await people.list({ search: 'a' })).rows), ['Ada'])
    assert.deepEqual(titles((await people.list({ search: 'ben@example.com' })).rows), ['Ben'])
    const hers = serviceOf(writers, reader)
    assert.deepEqual(titles((await hers.list({ search: 'ada@example.com' })).rows), [])
  })

  test('cannot begin just anywhere', async ({ assert }) => {
    const service = serviceOf(books, everything)
    const { next } = await service.list({ size: 2 })

    await assert.rejects(() => service.list({ offset: 10_001 }), /10000 rows/)
    await assert.rejects(() => service.list({ offset: -1 }), /cannot begin/)
    await assert.rejects(() => service.list({ offset: 1, cursor: next! }), /without a cursor/)
    assert.lengthOf((await service.list({ offset: 3 })).rows, 1)

    for (const wrong of ['x', `${next}x`, `x${next}`, '']) {
      const page = () => service.list({ cursor: wrong || ' ' })
      await assert.rejects(page, /not known/)
    }
    await assert.rejects(() => service.list({ cursor: next!, sort: [by('title')] }), /not known/)
    await assert.rejects(() => service.list({ cursor: next!, search: 'a' }), /not known/)
    await assert.rejects(() => serviceOf(writers, everything).list({ cursor: next! }), /not known/)
  })

  test('go on exactly where they were, beyond what JavaScript holds', async ({ assert }) => {
    await Book.query().delete()
    const exact = ['0.00000000000000000001', '0.00000000000000000002', '0.00000000000000000003']
    for (const [place, price] of exact.entries()) {
      await db.connection(Book.connection).rawQuery(
        `insert into reading_books (title, price, copies, seen_at, year, status)
         values (?, ?, ?, ?, 2000, 'out')`,
        [
          `book ${place}`,
          price,
          `900719925474099${place + 3}`,
          `2026-01-01 00:00:00.00000${place + 1}+00`,
        ]
      )
    }

    for (const name of ['price', 'copies', 'seenAt']) {
      const service = serviceOf(books, everything)
      const sort = [by(name)]
      const first = await service.list({ sort, size: 1 })
      const second = await service.list({ sort, size: 1, cursor: first.next! })
      const third = await service.list({ sort, size: 1, cursor: second.next! })
      const back = await service.list({ sort, size: 1, cursor: third.previous! })
      assert.deepEqual(titles([first, second, third, back].flatMap(({ rows }) => rows)), [
        'book 0',
        'book 1',
        'book 2',
        'book 1',
      ])
      assert.isNull(third.next)
    }
  })

  test('are read to the end one by one, in their order, and let go when nobody reads on', async ({
    assert,
  }) => {
    const service = serviceOf(books, everything)
    const rows: string[] = []
    for await (const row of service.each({ sort: [by('-title')] })) rows.push(row.title)
    assert.deepEqual(rows, ['Drafted', 'Cellars', 'Boats', 'Alpine gardens'])

    for await (const row of service.each()) {
      assert.equal(row.title, 'Drafted')
      break
    }
    const knex = db.connection(Book.connection).getWriteClient()
    assert.equal(knex.client.pool.numUsed(), 0)
  })
})

test.group('Rows', (group) => {
  group.setup(() => ownDatabase(Writer, Book, Reading))
  group.setup(async () => {
    await Writer.create({ name: 'Ada', email: 'ada@example.com' })
    await Book.createMany([
      { title: 'Alpine gardens', writerId: 1, status: 'draft', secret: 'sesame', note: 'long' },
      { title: 'Nobody may promote this', status: 'draft' },
    ])
    await Reading.create({ bookId: 1, place: 'at home' })
  })

  test('show all that the actor may read, and what it may do', async ({ assert }) => {
    const service = serviceOf(books, everything)
    const row = await service.show('1', { actions: ['promote'] })

    assert.containSubset(row, { key: '1', title: 'Alpine gardens', allowed: { promote: true } })
    assert.containSubset(row.values, { id: 1, title: 'Alpine gardens', note: 'long', writerId: 1 })
    assert.deepEqual(row.labels, { writer: { key: '1', title: 'Ada' } })
    assert.notProperty(row.values, 'secret')
    assert.isFalse((await service.show('2', { actions: ['promote'] })).allowed.promote)
    assert.deepEqual((await service.show('1', { fields: ['year'] })).values, { year: 2000 })
  })

  test('are not found by keys that they do not have', async ({ assert }) => {
    const service = serviceOf(books, everything)
    for (const key of ['7', '0x1', '1~1', '', '1 or true', '99999999999999999999', 'ä']) {
      await assert.rejects(() => service.show(key), /There is no such book, or you may not see it/)
    }

    const reading = await serviceOf(readings, everything).show('1~at home')
    assert.deepEqual(reading.values, { bookId: 1, place: 'at home' })
    await assert.rejects(() => serviceOf(readings, everything).show('1'), /no such reading/)
  })

  test('are known by their labels, several at once and in one query', async ({ assert }) => {
    let labels: any
    const queries = await queriesOf(async () => {
      labels = await serviceOf(books, everything).labelsOf(['2', '1', '17', 'x', '1'])
    }, Book.connection)
    assert.lengthOf(queries, 1)
    assert.deepEqual(labels, [
      { key: '2', title: 'Nobody may promote this' },
      { key: '1', title: 'Alpine gardens' },
    ])
    assert.deepEqual(await serviceOf(readings, everything).labelsOf(['1~at home', '1~away']), [
      { key: '1~at home', title: '1~at home' },
    ])
    assert.deepEqual(await serviceOf(books, everything).options('writer', { q: 'ad' }), [
      { key: '1', title: 'Ada', hint: 'ada@example.com' },
    ])
    assert.deepEqual(await serviceOf(books, everything).options('writer', { exclude: ['1'] }), [])
    await assert.rejects(
      () => serviceOf(books, everything).options('nobody', {}),
      /no field or relation "nobody"/
    )
  })
})
