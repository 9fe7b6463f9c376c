import fc from 'fast-check'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Actor } from '#atrium/resource/main'

import { ownDatabase } from '../../model/own_database.ts'
import { eachRowOnce, noneTwiceNoneMissed, someBook } from './paging.ts'
import { Book, Reading, Writer, library, serviceOf } from './library.ts'

const service = serviceOf(library().books, Actor.system())

test.group('Paging', (group) => {
  group.setup(() => ownDatabase(Writer, Book, Reading))
  group.setup(async () => {
    await Writer.createMany(['Ada', 'Ben'].map((name) => ({ name, email: `${name}@example.com` })))
  })
  group.each.setup(
    () => () => db.connection(Book.connection).rawQuery('truncate reading_books cascade').exec()
  )

  test('shows each row once, forth and back, in every order', async () => {
    await Book.createMany(Array.from({ length: 40 }, (_, seed) => someBook(seed)))
    await fc.assert(eachRowOnce(service), { numRuns: 12 })
  }).timeout(30_000)

  test('repeats no row and misses none that stays, while others come and go', async () => {
    await fc.assert(noneTwiceNoneMissed(service), { numRuns: 4 })
  }).timeout(30_000)
})
