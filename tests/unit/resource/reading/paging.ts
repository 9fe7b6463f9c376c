import fc from 'fast-check'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Decimal } from '#atrium/model/main'
import { Actor, type ListQuery, type ResourceService, type SortTerm } from '#atrium/resource/main'

import { ownDatabase } from '../../model/own_database.ts'
import { Book, Reading, Writer, library, serviceOf } from './library.ts'

const paths = [
  ['title'],
  ['rating'],
  ['price'],
  ['copies'],
  ['seenAt'],
  ['status'],
  ['note'],
  ['writer'],
  ['writer', 'email'],
]

/** How often each property is tried, and how long that may take, in milliseconds */
type Runs = { orders: number; changes: number; timeout: number }

/** Tests with orders and books made up at random. */
export function testPaging(title: string, { orders, changes, timeout }: Runs) {
  const service = serviceOf(library().books, Actor.system())

  test.group(title, (group) => {
    group.setup(() => ownDatabase(Writer, Book, Reading))
    group.setup(async () => {
      await Writer.createMany(
        ['Ada', 'Ben'].map((name) => ({ name, email: `${name}@example.com` }))
      )
    })
    group.each.setup(
      () => () => db.connection(Book.connection).rawQuery('truncate reading_books cascade').exec()
    )

    test('shows each row once, forth and back, in every order', async () => {
      await Book.createMany(Array.from({ length: 40 }, (_, seed) => someBook(seed)))
      await fc.assert(eachRowOnce(service), { numRuns: orders })
    }).timeout(timeout)

    test('repeats no row and misses none that stays, while others come and go', async () => {
      await fc.assert(noneTwiceNoneMissed(service), { numRuns: changes })
    }).timeout(timeout)
  })
}

/** That pages, forth and back, are the list: in every order, with gaps and ties. */
const eachRowOnce = (service: ResourceService) =>
  fc.asyncProperty(sorts, fc.integer({ min: 1, max: 13 }), async (sort, size) => {
    const { rows } = await service.list({ sort, size: 200 })
    const all = rows.map(({ key }) => key)
    const forth = await pageThrough(service, { sort, size }, 'next')
    const back = await pageThrough(service, { sort, size }, 'previous')

    if (forth.keys.join() !== all.join()) throw new Error(`${forth.keys} is not ${all}`)
    const before = all.slice(0, all.length - back.first.length)
    if (back.keys.join() !== before.join()) throw new Error(`${back.keys} is not ${before}`)
  })

/** That nothing is repeated, and no row missed that was there throughout, while others come and go. */
const noneTwiceNoneMissed = (service: ResourceService) =>
  fc.asyncProperty(
    sorts,
    fc.integer({ min: 2, max: 9 }),
    fc.nat(1_000),
    async (sort, size, seed) => {
      await Book.query().delete()
      const some = (count: number, from: number) =>
        Book.createMany(Array.from({ length: count }, (_, place) => someBook(from + place)))
      const kept = await some(24, seed)
      const passing = await some(12, seed + 7)

      const { keys } = await pageThrough(service, { sort, size }, 'next', async (page) => {
        await Book.create(someBook(seed + page))
        await passing.pop()?.forceDelete()
      })
      const missed = kept.filter(({ id }) => !keys.includes(String(id)))
      if (new Set(keys).size !== keys.length) throw new Error(`Rows came twice: ${keys}`)
      if (missed.length) throw new Error(`Rows were missed: ${missed.map(({ id }) => id)}`)
    }
  )

/** Orders of up to three terms, every way around. */
const sorts: fc.Arbitrary<SortTerm[]> = fc.uniqueArray(
  fc.record({
    path: fc.constantFrom(...paths),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
    nulls: fc.constantFrom(undefined, 'first' as const, 'last' as const),
  }),
  { maxLength: 3, selector: ({ path }) => path.join('.') }
)

/** A book of few different values, so that many are alike, and with empty ones among them. */
function someBook(seed: number) {
  const pick = <Value>(step: number, ...values: Value[]) =>
    values[Math.floor(seed * step) % values.length]

  return {
    title: pick(1, 'a', 'b', 'B', 'ä', ''),
    rating: pick(0.7, null, 1, 2, 2, -3),
    price: pick(1.3, null, new Decimal('0.1'), new Decimal('0.10000000000000000001')),
    copies: pick(0.4, null, 9_007_199_254_740_993n, 9_007_199_254_740_992n),
    seenAt: pick(1.7, null, DateTime.utc(2026, 1, 1), DateTime.utc(2026, 1, 1, 0, 0, 0, 1)),
    status: pick(0.9, 'draft' as const, 'out' as const),
    note: pick(1.1, null, 'x'.repeat(150), `${'x'.repeat(150)}y`),
    writerId: pick(0.6, null, 1, 2),
  }
}

/**
 * Reads a list page by page: from its beginning, or back from its last page.
 *
 * @param meanwhile happens after each page
 */
async function pageThrough(
  service: ResourceService,
  query: ListQuery,
  way: 'next' | 'previous',
  meanwhile?: (page: number) => Promise<void>
) {
  const first = way === 'next' ? await service.list(query) : await lastPage(service, query)
  const keysOf = ({ rows }: typeof first) => rows.map(({ key }) => key)
  const keys = way === 'next' ? keysOf(first) : []

  let page = first
  for (let number = 1; page[way]; number++) {
    await meanwhile?.(number)
    page = await service.list({ ...query, cursor: page[way]! })
    keys.splice(way === 'next' ? keys.length : 0, 0, ...keysOf(page))
  }
  return { keys, first: keysOf(first) }
}

async function lastPage(service: ResourceService, query: ListQuery) {
  let page = await service.list(query)
  while (page.next) page = await service.list({ ...query, cursor: page.next })
  return page
}
