import fc from 'fast-check'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Actor } from '#atrium/resource/main'

import { ownDatabase } from '../../unit/model/own_database.ts'
import { eachRowOnce, noneTwiceNoneMissed, someBook } from '../../unit/resource/reading/paging.ts'
import { Book, Reading, Writer, library, serviceOf } from '../../unit/resource/reading/library.ts'

const service = serviceOf(library().books, Actor.system())

test.group('Paging, many times', (group) => {
  group.setup(() => ownDatabase(Writer, Book, Reading))
  group.setup(async () => {
    await Writer.createMany(['Ada', 'Ben'].map((name) => ({ name, email: `${name}@example.com` })))
  })
  group.each.setup(
    () => () => db.connection(Book.connection).rawQuery('truncate reading_books cascade').exec()
  )

  test('shows each row once, forth and back, in every order', async () => {
    await Book.createMany(Array.from({ length: 40 }, (_, seed) => someBook(seed)))
    await fc.assert(eachRowOnce(service), { numRuns: 400 })
  }).timeout(600_000)

  test('repeats no row and misses none that stays, while others come and go', async () => {
    await fc.assert(noneTwiceNoneMissed(service), { numRuns: 150 })
  }).timeout(600_000)
})
