import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { setTimeout } from 'node:timers/promises'
import { Actor, type ListQuery, type Row, type SortTerm } from '#atrium/resource/main'
import { readingLimits } from '#atrium/resource/reading/reading_hold'

import { ownDatabase } from '../../model/own_database.ts'
import { Book, Reading, Writer, library, serviceOf } from './library.ts'

/** What connections that answer visitors have limits for, in milliseconds */
const LIMITS = { statement_timeout: 500, idle_in_transaction_session_timeout: 1_000 }

/** Longer than any of them */
const PAUSE = 1_200

const service = serviceOf(library().books, Actor.system())
const each = (query: ListQuery = {}, signal?: AbortSignal) =>
  service.each(query, { signal })[Symbol.asyncIterator]() as AsyncIterator<Row>

test.group('All rows of a list', (group) => {
  group.setup(() => ownDatabase(Writer, Book, Reading))
  group.setup(() => useLimits())
  group.setup(() => waitLess())
  group.each.setup(() => fill(600))

  test('reach a reader who pauses longer than a transaction may, each once and in order', async ({
    assert,
  }) => {
    const orders: SortTerm[][] = (['asc', 'desc'] as const).flatMap((direction) =>
      (['first', 'last'] as const).map((nulls) => [{ path: ['rating'], direction, nulls }])
    )

    await Promise.all(
      orders.map(async (sort) => {
        const expected = await keysInPages({ sort })
        const keys: string[] = []
        for await (const row of service.each({ sort })) {
          keys.push(row.key)
          if (keys.length === 100 || keys.length === 400) await setTimeout(PAUSE)
        }
        assert.deepEqual(keys, expected, JSON.stringify(sort))
      })
    )
  }).timeout(20_000)

  test('hold no connection while the reader pauses, and go on with the rows as they are then', async ({
    assert,
  }) => {
    const rows = each({ sort: [{ path: ['id'], direction: 'asc' }] })
    await take(rows, 250)
    assert.equal(held(), 1)

    await setTimeout(PAUSE)
    assert.equal(held(), 0)

    await Book.query().whereIn('id', [250, 300]).delete()
    await Book.query().where('id', 400).update({ title: 'Changed meanwhile' })
    const rest = await take(rows, Infinity)
    assert.lengthOf(rest, 349)
    assert.equal(rest[0].key, '251')
    assert.equal(rest.find(({ key }) => key === '400')!.title, 'Changed meanwhile')
    assert.equal(held(), 0)
  })

  test('are those that there were when it began, for a reader who does not pause', async ({
    assert,
  }) => {
    const rows = each({ sort: [{ path: ['id'], direction: 'asc' }] })
    await take(rows, 1)
    await Book.query().where('id', '>', 500).delete()

    assert.lengthOf(await take(rows, Infinity), 599)
  })

  test('may take longer to put in order than a page, but no longer than somebody waits', async ({
    assert,
  }) => {
    const lock = await db.connection(Book.connection).transaction()
    await lock.rawQuery('lock table reading_books in access exclusive mode')

    const leaving = new AbortController()
    const gone = each({}, leaving.signal).next()
    const patient = each()
    const first = patient.next()
    await assert.rejects(() => service.list(), /statement timeout/)

    leaving.abort()
    assert.isTrue((await gone).done)
    assert.equal(held(), 2)

    await lock.rollback()
    assert.isFalse((await first).done)
    await patient.return!()
  })

  test('are read by few at once: others wait in line, and leave it when nobody waits for them', async ({
    assert,
  }) => {
    const readers = [each(), each(), each()]
    for (const reader of readers) await reader.next()

    const leaving = new AbortController()
    const left = each({}, leaving.signal).next()
    const fourth = each()
    let hasBegun = false
    const first = fourth.next().finally(() => (hasBegun = true))
    await setTimeout(100)
    assert.deepEqual([held(), hasBegun], [3, false])
    assert.lengthOf((await service.list()).rows, 25)

    leaving.abort()
    assert.isTrue((await left).done)
    await readers[0].return!()
    assert.isFalse((await first).done)

    for (const reader of [fourth, ...readers]) await reader.return!()
    assert.equal(held(), 0)
  })

  test('make room for those who wait, however long others have to read', async ({ assert }) => {
    const order: string[] = []
    const readSlowly = async (name: string) => {
      const keys = new Set<string>()
      for await (const row of service.each()) {
        if (!keys.size) order.push(`${name} begins`)
        keys.add(row.key)
        await setTimeout(5)
      }
      order.push(`${name} ends`)
      return keys.size
    }

    const readers = ['first', 'second', 'third', 'fourth'].map(readSlowly)
    assert.deepEqual(await Promise.all(readers), [600, 600, 600, 600])
    assert.isTrue(
      order.slice(0, 4).every((what) => what.endsWith('begins')),
      order.join()
    )
  }).timeout(60_000)

  test('may be read in the transaction of the caller, whose writes stay', async ({ assert }) => {
    const trx = await db.connection(Book.connection).transaction()
    const inside = new (service.constructor as any)(service.resource, service.actor, trx)

    for await (const row of inside.each()) {
      await Book.query({ client: trx }).where('id', row.key).update({ title: 'Seen' })
      break
    }
    const { rows: cursors } = await trx.rawQuery(
      `select 1 from pg_cursors where name like 'atrium_rows_%'`
    )
    await trx.commit()

    assert.lengthOf(cursors, 0)
    assert.lengthOf(await Book.query().where('title', 'Seen'), 1)
  })
})

/** The connection of the models gets the limits that those of visitors have. */
function useLimits() {
  const name = Book.connection!
  const { connection } = db.manager.get(name)!.config as { connection: string }
  const limited = `${name}_limited`
  db.manager.add(limited, {
    client: 'pg',
    connection: { connectionString: connection, ...LIMITS },
    pool: { min: 0, max: 10 },
  })
  for (const model of [Writer, Book, Reading]) model.connection = limited

  return async () => {
    await db.manager.close(limited, true)
    for (const model of [Writer, Book, Reading]) model.connection = name
  }
}

/** Readers are given up sooner than they are in production. */
function waitLess() {
  const usual = { ...readingLimits }
  Object.assign(readingLimits, { pause: 300, whileOthersWait: 500 })
  return () => {
    Object.assign(readingLimits, usual)
  }
}

async function fill(count: number) {
  const connection = db.connection(Book.connection)
  await connection.rawQuery('truncate reading_books restart identity cascade')
  await connection.rawQuery(
    `insert into reading_books (title, rating, year, status)
     select 'book ' || n, case when n % 2 = 0 then n * 7 % 50 end, 2000, 'out'
     from generate_series(1, ?) n`,
    [count]
  )
}

async function take(rows: AsyncIterator<Row>, count: number) {
  const taken: Row[] = []
  while (taken.length < count) {
    const { value, done } = await rows.next()
    if (done) break
    taken.push(value)
  }
  return taken
}

/** What pages of the list show, which know of no cursor of the database. */
async function keysInPages(query: ListQuery) {
  const keys: string[] = []
  let cursor: string | undefined
  do {
    const page = await service.list({ ...query, cursor, size: 200 })
    keys.push(...page.rows.map(({ key }) => key))
    cursor = page.next ?? undefined
  } while (cursor)
  return keys
}

/** Connections that are in use. */
function held() {
  return db.connection(Book.connection).getWriteClient().client.pool.numUsed()
}
