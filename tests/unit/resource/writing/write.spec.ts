import { test } from '@japa/runner'
import { Decimal, E_STALE_ROW, HistoryEntry } from '#atrium/model/main'
import { ResourceService } from '#atrium/resource/main'

import {
  Book,
  Chapter,
  Loan,
  Person,
  Tag,
  BookTag,
  asProgram,
  cards,
  emptyLibrary,
  member,
  ownLibrary,
  people,
  program,
  recorded,
} from './library.ts'

/** What was said of each field. */
async function problemsOf(work: Promise<unknown>): Promise<Record<string, string>> {
  try {
    await work
  } catch (error: any) {
    if (error.code !== 'E_VALIDATION_ERROR') return { [error.code]: error.message }
    return Object.fromEntries(error.messages.map(({ field, message }: any) => [field, message]))
  }
  return {}
}

test.group('Writing', (group) => {
  group.setup(ownLibrary)
  group.each.setup(emptyLibrary)

  test('makes and changes rows by what people sent, and keeps who did it and why', async ({
    assert,
  }) => {
    const { id } = await Person.create({ name: 'Ada' })
    const row = await asProgram().create(
      { ownerId: String(id), title: ' Sea ', price: '0.30', note: '' },
      { reason: 'bought', operationId: 'first' }
    )
    assert.equal(row.title, 'Sea')
    assert.deepEqual(row.values.price, new Decimal('0.30'))
    assert.isNull(row.values.note)

    const changed = await asProgram().update(row.key, { title: 'Lake' }, { version: row.version })
    assert.equal(changed.title, 'Lake')
    assert.notEqual(changed.version, row.version)

    const [update, insertion] = await HistoryEntry.query()
      .where('tableName', Book.table)
      .orderBy('id', 'desc')
    assert.deepEqual(insertion.operation, { interface: 'test', id: 'first', reason: 'bought' })
    assert.isString(update.operation!.id)
  })

  test('says everything that is wrong at once, unknown names among it', async ({ assert }) => {
    const { id } = await Person.create({ name: 'Ada' })
    const problems = await problemsOf(
      asProgram().create({
        ownerId: 99,
        title: '',
        price: 'much',
        colour: 'red',
        owner: id,
        id: 5,
        chapters: [{ title: '' }, { title: 'b', number: 2, pages: [{ text: '' }] }, { bookId: 3 }],
        tags: ['7'],
      })
    )
    assert.sameMembers(Object.keys(problems), [
      ...['title', 'price', 'colour', 'owner', 'id', 'tags.0'],
      ...['chapters.0.title', 'chapters.1.number', 'chapters.1.pages.0.text'],
      ...['chapters.2.title', 'chapters.2.bookId'],
    ])
    assert.deepEqual(await problemsOf(asProgram().create({ ownerId: 99, title: 'a' })), {
      ownerId: 'does not exist',
    })
  })

  test('tells what the database refuses by field', async ({ assert }) => {
    const { id: ownerId } = await Person.create({ name: 'Ada' })
    await asProgram().create({ ownerId, title: 'Sea' })

    assert.deepEqual(await problemsOf(asProgram().create({ ownerId, title: 'Sea' })), {
      title: 'has already been taken',
    })
    assert.property(
      await problemsOf(asProgram().create({ ownerId, title: 'b', price: '-1' })),
      'price'
    )
    assert.deepEqual(await problemsOf(asProgram().create({ ownerId, title: 'Nothing' })), {
      '': 'A book is about something',
    })
    const twice = { ownerId, title: 'c', chapters: [{ title: 'x' }, { title: 'x' }] }
    assert.deepEqual(await problemsOf(asProgram().create(twice)), {
      'chapters.1.title': 'has already been taken',
    })
    assert.lengthOf(await Book.all(), 1)
  })

  test('tells nobody the statement that the database refused', async ({ assert }) => {
    const { id: ownerId } = await Person.create({ name: 'Ada' })
    const { key } = await asProgram().create({ ownerId, title: 'Sea' })

    await narrow('varchar(3)')
    const said = JSON.stringify(await problemsOf(asProgram().update(key, { note: 'long' })))
    await narrow('text')
    assert.match(said, /cannot be stored: value too long/)
    assert.notMatch(said, /library_books|\$1/)

    function narrow(type: string) {
      return Book.query().client.rawQuery(`alter table library_books alter note type ${type}`)
    }
  })

  test('refuses to write over what somebody else wrote', async ({ assert }) => {
    const { id: ownerId } = await Person.create({ name: 'Ada' })
    const row = await asProgram().create({ ownerId, title: 'Sea', note: 'wet' })
    await asProgram().update(row.key, { note: 'deep' })

    const mine = { title: 'Lake', note: 'wet' }
    await assert.rejects(
      () => asProgram().update(row.key, mine, { version: row.version }),
      new E_STALE_ROW(['Book', row.key]).message
    )
    await assert.rejects(() => asProgram().delete(row.key, { version: row.version }))

    const harmless = await asProgram().staleness(row.key, { title: 'Sea', note: 'wet' }, mine)
    assert.deepEqual(harmless.merge, { title: 'Lake' })
    await asProgram().update(row.key, harmless.merge!, { version: harmless.row.version })

    const both = await asProgram().staleness(
      row.key,
      { title: 'Sea', note: 'wet' },
      { title: 'Lake', note: 'cold' }
    )
    assert.isNull(both.merge)
    assert.deepEqual(
      both.fields.map(({ field, clash }) => [field, clash]),
      [
        ['title', false],
        ['note', true],
      ]
    )
  })

  test('keeps to the rows and fields of the policy, before and after', async ({ assert }) => {
    const ada = await member('Ada')
    const bob = await member('Bob')
    const mine = await ada.books.create({ ownerId: ada.person.id, title: 'Sea' })
    const hidden = await bob.books.create({ ownerId: bob.person.id, title: 'Own', note: 'private' })
    const { key: theirs } = await bob.books.create({ ownerId: bob.person.id, title: 'Lake' })

    const codes = [
      ada.books.update(theirs, { title: 'x' }),
      ada.books.update(hidden.key, { title: 'x' }),
      ada.books.update('nothing', { title: 'x' }),
      ada.books.update(mine.key, { ownerId: bob.person.id }),
      ada.books.create({ ownerId: bob.person.id, title: 'x' }),
      ada.books.delete(theirs),
    ].map(async (work) => Object.keys(await problemsOf(work))[0])
    assert.deepEqual(await Promise.all(codes), [
      ...['E_NOT_ALLOWED', 'E_ROW_NOT_FOUND', 'E_ROW_NOT_FOUND'],
      ...['E_NOT_ALLOWED', 'E_NOT_ALLOWED', 'E_NOT_ALLOWED'],
    ])

    assert.deepEqual(await problemsOf(ada.books.update(mine.key, { state: 'lent', price: '1' })), {
      state: 'may not be changed',
      price: 'is unknown',
    })

    await ada.books.update(mine.key, { title: 'Forever' })
    assert.property(await problemsOf(ada.books.delete(mine.key)), 'E_NOT_ALLOWED')
  })

  test('lets nobody point to rows that they may not see', async ({ assert }) => {
    const ada = await member('Ada')
    const secret = await Person.create({ name: 'M', isSecret: true })
    const gone = await problemsOf(ada.books.create({ ownerId: 999, title: 'a' }))
    const unseen = await problemsOf(ada.books.create({ ownerId: secret.id, title: 'a' }))

    assert.deepEqual(gone, { ownerId: 'does not exist' })
    assert.deepEqual(unseen, gone)
  })

  test('keeps fields empty that the form does not show', async ({ assert }) => {
    const { id: ownerId } = await Person.create({ name: 'Ada' })
    const row = await asProgram().create({ ownerId, title: 'Sea', borrower: 'Bob' })
    assert.isNull(row.values.borrower)

    const lent = await asProgram().update(row.key, { state: 'lent', borrower: 'Bob' })
    assert.equal(lent.values.borrower, 'Bob')
    const back = await asProgram().update(row.key, { state: 'there' })
    assert.isNull(back.values.borrower)
  })

  test('saves rows within the form together, each under its own rules', async ({ assert }) => {
    const { id: ownerId } = await Person.create({ name: 'Ada' })
    const row = await asProgram().create({
      ownerId,
      title: 'Sea',
      chapters: [{ title: 'a', pages: [{ text: 'p' }] }, { title: 'b' }, { title: 'c' }],
    })
    const other = await asProgram().create({ ownerId, title: 'Lake', chapters: [{ title: 'z' }] })
    const [a, b] = await Chapter.query().where('bookId', row.key).orderBy('title')
    const foreign = await Chapter.findByOrFail('bookId', other.key)

    await asProgram().update(row.key, {
      chapters: [{ key: a.id, $delete: true }, { key: b.id, title: 'a' }, { title: 'd' }],
    })
    const titles = await Chapter.query().where('bookId', row.key).orderBy('title')
    assert.deepEqual(
      titles.map(({ title }) => title),
      ['a', 'c', 'd']
    )
    assert.deepEqual(
      await problemsOf(
        asProgram().update(row.key, { chapters: [{ key: foreign.id, title: 'y' }] })
      ),
      { 'chapters.0.key': 'does not exist' }
    )
  })

  test('links rows, with what the table in between holds', async ({ assert }) => {
    const { id: ownerId } = await Person.create({ name: 'Ada' })
    const [x, y, z] = await Tag.createMany([{ name: 'x' }, { name: 'y' }, { name: 'z' }])
    const row = await asProgram().create({
      ownerId,
      title: 'Sea',
      tags: [String(x.id), { key: y.id, rank: 3 }],
    })
    await asProgram().update(row.key, { tags: [{ key: y.id, rank: '4' }, z.id] })

    const links = await BookTag.query().orderBy('tagId')
    assert.deepEqual(
      links.map(({ tagId, rank }) => [tagId, rank]),
      [
        [y.id, 4],
        [z.id, 0],
      ]
    )
    assert.deepEqual(await recorded(BookTag), [
      ...['insert book_tags', 'insert book_tags'],
      ...['delete book_tags', 'update book_tags', 'insert book_tags'],
    ])
  })

  test('writes links under the policy of the table in between', async ({ assert }) => {
    const ada = await member('Ada')
    const [x, y] = await Tag.createMany([{ name: 'x' }, { name: 'y' }])
    const { key } = await ada.books.create({ ownerId: ada.person.id, title: 'Sea', tags: [x.id] })

    for (const tags of [[{ key: x.id, rank: 9 }], [x.id, { key: y.id, rank: 9 }]]) {
      const problems = await problemsOf(ada.books.update(key, { tags }))
      assert.deepEqual(Object.values(problems), ['is unknown'])
    }
    await asProgram().update(key, { tags: [{ key: x.id, rank: 100 }] })
    await assert.rejects(() => ada.books.update(key, { tags: [y.id] }), /may not delete/)
    assert.deepEqual(
      (await BookTag.all()).map(({ tagId, rank }) => [tagId, rank]),
      [[x.id, 100]]
    )
  })

  test('deletes; what is in the way is named', async ({ assert }) => {
    const { id: ownerId } = await Person.create({ name: 'Ada' })
    const { key } = await asProgram().create({ ownerId, title: 'Sea', chapters: [{ title: 'a' }] })
    const loan = await Loan.create({ bookId: Number(key) })

    const preview = await asProgram().deletionPreview(key)
    assert.isTrue(preview.isBlocked)
    assert.deepEqual(
      preview.consequences.map(({ label, onDelete, count, blocks }) => [
        ...[label, onDelete, count.value, blocks],
      ]),
      [
        ['Chapters', 'cascade', 1, false],
        ['Loans', 'restrict', 1, true],
      ]
    )
    assert.deepEqual(preview.consequences[1].examples, [
      { key: String(loan.id), title: preview.consequences[1].examples[0].title },
    ])
    const [person] = (await new ResourceService(people, program).deletionPreview(String(ownerId)))
      .consequences
    assert.deepEqual(
      person.then.map(({ label }) => label),
      ['Chapters', 'Loans']
    )

    await assert.rejects(() => asProgram().delete(key), /still used by loans/)
    await loan.delete()
    await asProgram().delete(key)
    assert.lengthOf(await Chapter.all(), 0)
  })

  test('says of rows in the way that the actor may not list only how many there are', async ({
    assert,
  }) => {
    const ada = await member('Ada')
    const { key } = await ada.books.create({ ownerId: ada.person.id, title: 'Sea' })
    await Loan.create({ bookId: Number(key) })

    const [loans] = (await ada.books.deletionPreview(key)).consequences
    assert.deepEqual([loans.label, loans.examples, loans.count.value], [undefined, [], 1])
  })

  test('marks rows as deleted, takes them back, and deletes them for good', async ({ assert }) => {
    const service = asProgram(cards)
    const { key } = await service.create({ name: 'Ada' })
    assert.isTrue((await service.deletionPreview(key)).marksOnly)

    await service.delete(key)
    await assert.rejects(() => service.update(key, { name: 'b' }), /There is no such card/)
    const back = await service.restore(key)
    assert.isUndefined(back.deletedAt)
    await assert.rejects(() => service.restore(key), /There is no such card/)

    await service.delete(key)
    await service.delete(key, { forGood: true })
    assert.deepEqual(await recorded({ table: 'library_cards' }), [
      ...['insert cards', 'update cards', 'update cards', 'update cards', 'delete cards'],
    ])
  })

  test('runs actions on the rows that they are for, with their form', async ({ assert }) => {
    const { id: ownerId } = await Person.create({ name: 'Ada' })
    const { key } = await asProgram().create({ ownerId, title: 'Sea' })

    assert.deepEqual(await problemsOf(asProgram().act('lend', key, { input: { days: 0, x: 1 } })), {
      to: "can't be blank",
      days: 'must be at least 1',
      x: 'is unknown',
    })
    assert.deepEqual(
      await asProgram().act('lend', key, { input: { to: 'Bob' }, reason: 'asked' }),
      {
        message: 'Lent to Bob',
      }
    )
    await assert.rejects(
      () => asProgram().act('lend', key, { input: { to: 'Eve' } }),
      /it is for those where state = there/
    )
    assert.deepEqual(await problemsOf(asProgram().act('count', null)), { reason: "can't be blank" })
    assert.deepEqual(await asProgram().act('count', null, { reason: 'yes' }), { value: 1 })
  })
})
