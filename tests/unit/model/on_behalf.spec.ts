import { test } from '@japa/runner'
import { compose } from '@adonisjs/core/helpers'
import db from '@adonisjs/lucid/services/db'
import { hasMany, manyToMany } from '@adonisjs/lucid/orm'
import type { HasMany, ManyToMany } from '@adonisjs/lucid/types/relations'
import {
  HistoryEntry,
  Model,
  type Operation,
  Recorded,
  SoftDeletes,
  Versioned,
  field,
  onBehalf,
  onBehalfOfProcess,
  onBehalfSql,
  operation,
  sql,
} from '#atrium/model/main'

import { ownDatabase } from './own_database.ts'

class Label extends compose(Model, Recorded) {
  static table = 'behalf_labels'

  @field.id()
  declare id: number

  @field.string({ unique: true })
  declare name: string
}

class Book extends compose(Model, Recorded, SoftDeletes, Versioned) {
  static table = 'behalf_books'

  @field.id()
  declare id: number

  @field.string()
  declare title: string

  @field.integer({ default: 0 })
  declare loans: number

  @hasMany(() => Page, { foreignKey: 'bookId' })
  declare pages: HasMany<typeof Page>

  @manyToMany(() => Label, {
    pivotTable: 'behalf_book_labels',
    pivotForeignKey: 'book_id',
    pivotRelatedForeignKey: 'label_id',
  })
  declare labels: ManyToMany<typeof Label>
}

class Page extends compose(Model, Recorded) {
  static table = 'behalf_pages'

  @field.id()
  declare id: number

  @field.foreignKey(() => Book, { onDelete: 'cascade' })
  declare bookId: number

  @field.string()
  declare text: string
}

class BookLabel extends compose(Model, Recorded) {
  static table = 'behalf_book_labels'

  @field.foreignKey(() => Book, { primary: true, onDelete: 'cascade' })
  declare bookId: number

  @field.foreignKey(() => Label, { primary: true, onDelete: 'cascade' })
  declare labelId: number
}

const connection = () => db.connection(Book.connection)
const entries = () => HistoryEntry.query({ connection: Book.connection }).orderBy('id')
const yuki: Operation = { actor: '7', interface: 'pages', id: 'one request' }

/** What the history says of whoever wrote, entry by entry */
async function told() {
  return (await entries()).map((entry) => entry.operation)
}

/** Does something as Yuki, and gives what the history got of it. */
async function asYuki(work: () => Promise<unknown>) {
  await connection().rawQuery('truncate history')
  await onBehalf(() => yuki, work)
  return entries()
}

test.group('Work on behalf of somebody', (group) => {
  group.setup(() => ownDatabase(Book, Label, Page, BookLabel))
  group.each.setup(() => async () => {
    await connection().rawQuery(
      'truncate behalf_books, behalf_labels, behalf_pages, behalf_book_labels; truncate history'
    )
  })

  const writes: [name: string, actions: string[], write: (book: Book) => Promise<unknown>][] = [
    ['a new row', ['insert'], () => Book.create({ title: 'new' })],
    ['several', ['insert', 'insert'], () => Book.createMany([{ title: 'a' }, { title: 'b' }])],
    ['a change', ['update'], (book) => book.merge({ title: 'changed' }).save()],
    ['one without hooks', ['update'], (book) => book.merge({ title: 'quiet' }).saveQuietly()],
    ['a deletion that is a mark', ['update'], (book) => book.delete()],
    ['one for good', ['delete'], (book) => book.forceDelete()],
    ['one that is taken back', ['update', 'update'], (book) => deleteAndRestore(book)],
    ['what was found or made', ['insert'], () => Label.firstOrCreate({ name: 'x' })],
    ['what was changed or made', ['insert'], () => Label.updateOrCreate({ name: 'x' }, {})],
    [
      'what was fetched or made',
      ['insert'],
      () => Label.fetchOrCreateMany('name', [{ name: 'x' }]),
    ],
    ['an update of many', ['update'], () => Book.query().update({ title: 'all' })],
    ['a counter', ['update'], ({ id }) => Book.query().where({ id }).increment('loans', 1)],
    ['a deletion of many', ['delete'], () => Book.query().delete()],
    ['a condition with or', ['update'], ({ id }) => updateEither(id)],
    ['a related row', ['insert'], (book) => book.related('pages').create({ text: 'p' })],
    [
      'a row of a pivot',
      ['insert', 'insert'],
      (book) => book.related('labels').create({ name: 'l' }),
    ],
    ['a row without a model', ['insert'], () => insertLabels('a')],
    ['rows that may be there', ['insert'], () => insertLabels('a', 'a')],
    [
      'an update without a model',
      ['update'],
      () => connection().from(Book.table).update({ loans: 2 }),
    ],
    ['a deletion without a model', ['delete'], () => connection().from(Book.table).delete()],
    ['SQL by hand', ['insert'], () => insertByHand('by hand')],
  ]

  for (const [name, actions, write] of writes) {
    test(`is known of ${name}`, async ({ assert }) => {
      const book = await Book.create({ title: 'first' })
      const written = await asYuki(() => write(book))

      assert.deepEqual(
        written.map((entry) => [entry.action, entry.operation]),
        actions.map((action) => [action, yuki])
      )
    })
  }

  test('says so of what a deletion takes along', async ({ assert }) => {
    const book = await Book.create({ title: 'first' })
    await book.related('pages').createMany([{ text: 'a' }, { text: 'b' }])
    const written = await asYuki(() => book.forceDelete())

    assert.deepEqual(
      written.map((entry) => [entry.tableName, entry.action, entry.operation]),
      [
        [Book.table, 'delete', yuki],
        [Page.table, 'delete', yuki],
        [Page.table, 'delete', yuki],
      ]
    )
  })

  test('changes nothing of what a write answers', async ({ assert }) => {
    await onBehalf(
      () => yuki,
      async () => {
        const client = connection()
        const book = await Book.create({ title: 'first' })
        assert.deepEqual(Object.keys(book.$extras), ['xmin'])
        assert.equal(book.loans, 0)

        const version = book.version
        await book.merge({ title: 'second' }).save()
        assert.notEqual(book.version, version)

        assert.deepEqual(await Book.query().update({ loans: 1 }), [1])
        assert.deepEqual(await client.from(Book.table).where({ id: -1 }).update({ loans: 1 }), 0)
        assert.deepEqual(await client.from(Book.table).update({ loans: 3 }, ['loans']), [
          { loans: 3 },
        ])
        assert.deepEqual(
          await client.insertQuery().table(Label.table).insert({ name: 'a' }).returning('name'),
          [{ name: 'a' }]
        )
        const [all]: any[] = await client
          .insertQuery()
          .table(Label.table)
          .insert({ name: 'b' })
          .returning('*')
        assert.sameMembers(Object.keys(all), ['id', 'name'])
        assert.deepEqual(await Book.query().delete(), [1])
      }
    )
  })

  test('is asked at each write who it is by now', async ({ assert }) => {
    let actor: string | undefined
    await onBehalf(
      () => ({ actor, interface: 'pages' }),
      async () => {
        await Label.create({ name: 'before' })
        actor = '7'
        await Label.create({ name: 'after' })
      }
    )

    assert.deepEqual(await told(), [{ interface: 'pages' }, { actor: '7', interface: 'pages' }])
  })

  test('is asked nothing by what only reads', async ({ assert }) => {
    let questions = 0
    const count = () => {
      questions++
      return yuki
    }
    await onBehalf(count, async () => {
      await Book.query().preload('pages')
      await connection().from(Book.table).count('*')
      await connection().rawQuery('select 1')
    })

    assert.equal(questions, 0)
  })

  test('takes no statement more', async ({ assert }) => {
    const book = await Book.create({ title: 'first' })
    let statements = 0
    const client = connection().getWriteClient()
    const count = () => void statements++
    client.on('query', count)

    await onBehalf(
      () => yuki,
      () => book.merge({ title: 'second' }).save()
    )
    client.removeListener('query', count)
    assert.equal(statements, 1)
  })

  test('ends with the work, and with the transaction', async ({ assert }) => {
    await onBehalf(
      () => yuki,
      () => Label.create({ name: 'within' })
    )
    await Label.create({ name: 'afterwards' })
    await connection().rawQuery(`insert into behalf_labels (name) values ('by hand')`)

    assert.deepEqual(await told(), [yuki, null, null])
  })

  test('says what else a process does, where nothing was said', async ({ assert, cleanup }) => {
    onBehalfOfProcess(() => ({ interface: 'console' }))
    cleanup(() => onBehalfOfProcess(undefined))

    await Label.create({ name: 'typed' })
    await onBehalf(
      () => yuki,
      () => Label.create({ name: 'within' })
    )

    assert.deepEqual(await told(), [{ interface: 'console' }, yuki])
  })

  test('is kept apart from what others do at the same time', async ({ assert }) => {
    const people = Array.from({ length: 40 }, (_, index) => String(index))
    await Promise.all(
      people.map((actor) =>
        onBehalf(
          () => ({ actor }),
          () => connection().transaction((trx) => Label.create({ name: actor }, { client: trx }))
        )
      )
    )

    for (const { after, operation: by } of await entries()) assert.equal(by?.actor, after?.name)
  })

  test('lets a transaction say otherwise, before or after', async ({ assert }) => {
    await onBehalf(
      () => yuki,
      () =>
        connection().transaction(async (trx) => {
          await Label.create({ name: 'a' }, { client: trx })
          await operation(trx, { interface: 'console' })
          await Label.create({ name: 'b' }, { client: trx })
          await trx.from(Label.table).where({ name: 'a' }).delete()
        })
    )

    assert.deepEqual(await told(), [yuki, { interface: 'console' }, { interface: 'console' }])
  })

  test('covers SQL by hand that follows in the transaction', async ({ assert }) => {
    await onBehalf(
      () => yuki,
      () =>
        connection().transaction(async (trx) => {
          await Label.create({ name: 'a' }, { client: trx })
          await trx.rawQuery(`insert into behalf_labels (name) values ('b')`)
        })
    )

    assert.deepEqual(await told(), [yuki, yuki])
  })

  test('says it again after a savepoint was given up', async ({ assert }) => {
    await onBehalf(
      () => yuki,
      () =>
        connection().transaction(async (trx) => {
          await trx
            .transaction(async (savepoint) => {
              await Label.create({ name: 'given up' }, { client: savepoint })
              throw new Error('given up')
            })
            .catch(() => {})
          await Label.create({ name: 'kept' }, { client: trx })
        })
    )

    assert.deepEqual(await told(), [yuki])
  })

  test('leaves nothing behind where the database refuses a row', async ({ assert }) => {
    await Label.create({ name: 'taken' })
    await assert.rejects(
      () =>
        onBehalf(
          () => yuki,
          () => Label.create({ name: 'taken' })
        ),
      /duplicate key/
    )
    await Label.create({ name: 'free' })

    assert.deepEqual(await told(), [null, null])
  })
})

async function deleteAndRestore(book: Book) {
  await book.delete()
  await book.restore()
}

async function updateEither(id: number) {
  return Book.query().where({ id: -1 }).orWhere({ id }).update({ title: 'either' })
}

async function insertLabels(...names: string[]) {
  for (const name of names) {
    await connection().insertQuery().table(Label.table).insert({ name }).onConflict('name').ignore()
  }
}

async function insertByHand(name: string) {
  const { text, bindings } = sql`insert into behalf_labels (name)
    select ${name}::text where ${onBehalfSql()} returning name`
  await connection().rawQuery(text, [...bindings])
}
