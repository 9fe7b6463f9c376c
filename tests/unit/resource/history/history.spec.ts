import { test } from '@japa/runner'
import { HistoryEntry, operation } from '#atrium/model/main'
import { undo } from '#atrium/resource/main'

import {
  Book,
  BookTag,
  Chapter,
  Page,
  Person,
  Tag,
  asProgram,
  cards,
  emptyLibrary,
  library,
  member,
  ownLibrary,
  program,
} from '../writing/library.ts'

const raw = (text: string) => Book.query().client.rawQuery(text)

test.group('History of a resource', (group) => {
  group.setup(ownLibrary)
  group.each.setup(emptyLibrary)

  test('is grouped by operation, and has who, why and labels', async ({ assert }) => {
    const ada = await member('Ada')
    const bob = await Person.create({ name: 'Bob' })
    const { key } = await ada.books.create({ ownerId: ada.person.id, title: 'Sea' })
    const give = { operationId: 'gift', reason: 'a gift' }
    await asProgram().update(key, { ownerId: bob.id, note: 'for you', price: '3' }, give)
    await asProgram().update(key, { title: 'Lake' }, give)

    const { groups, next } = await asProgram().history({ key })
    assert.isNull(next)
    assert.deepEqual(
      groups.map(({ operationId, items }) => [operationId, items.length]),
      [
        ['gift', 2],
        [groups[1].operationId, 1],
      ]
    )
    assert.deepEqual(groups[1].actor, { key: String(ada.person.id), label: null })
    assert.deepEqual([groups[0].reason, groups[0].interface], ['a gift', 'test'])
    const owner = groups[0].items[1].changes.find(({ field }) => field === 'ownerId')!
    assert.deepEqual(
      [owner.oldLabel, owner.newLabel, owner.old, owner.new],
      ['Ada', 'Bob', ada.person.id, bob.id]
    )
    assert.equal((await ada.books.history({})).groups[0].actor, null)
    assert.equal((await ada.books.history({})).groups[1].actor?.label, 'Ada')
  })

  test('tells nobody of rows and fields that they may not see', async ({ assert }) => {
    const ada = await member('Ada')
    const bob = await member('Bob')
    const { key } = await bob.books.create({ ownerId: bob.person.id, title: 'Sea', secret: 's1' })
    await asProgram().update(key, { price: '5' })
    await bob.books.update(key, { secret: 's2' })
    const hidden = await bob.books.create({ ownerId: bob.person.id, title: 'x', note: 'private' })

    const ofAda = JSON.stringify(await ada.books.history({}))
    assert.notMatch(ofAda, /price|secret|private/)
    assert.lengthOf((await ada.books.history({ key })).groups, 1)
    assert.lengthOf((await ada.books.history({ key: hidden.key })).groups, 0)

    const ofProgram = (await asProgram().history({ key })).groups[0].items[0].changes[0]
    assert.deepEqual([ofProgram.field, ofProgram.concealed, ofProgram.new], ['secret', true, null])
  })

  test('of a row that is gone is for those who could have deleted it', async ({ assert }) => {
    const ada = await member('Ada')
    const bob = await member('Bob')
    const { key } = await bob.books.create({ ownerId: bob.person.id, title: 'Sea' })
    await bob.books.delete(key)

    assert.lengthOf((await ada.books.history({})).groups, 0)
    assert.lengthOf((await bob.books.history({ key })).groups, 2)
    assert.lengthOf((await asProgram().history({ key })).groups, 2)
  })

  test('gives fields and rows back as they were', async ({ assert }) => {
    const { id: ownerId } = await Person.create({ name: 'Ada' })
    const { key } = await asProgram().create({ ownerId, title: 'Sea', price: '1.50' })
    await asProgram().update(key, { title: 'Lake', note: 'a' })
    await asProgram().update(key, { title: 'River', price: '2' })
    const [last, middle] = await HistoryEntry.query()
      .where('tableName', Book.table)
      .orderBy('id', 'desc')

    const field = await asProgram().restoreField(key, 'title', last.id)
    assert.equal(field.title, 'Lake')
    await assert.rejects(() => asProgram().restoreField(key, 'state', last.id), /does not say/)

    const whole = await asProgram().restoreRow(key, middle.id)
    assert.deepEqual(
      [whole.title, whole.values.note, String(whole.values.price)],
      ['Sea', null, '1.5']
    )

    await asProgram().delete(key)
    const [deletion] = await HistoryEntry.query().where('action', 'delete')
    const back = await asProgram().restoreRow(key, deletion.id)
    assert.deepEqual([back.key, back.title], [key, 'Sea'])
  })

  test('gives a deleted row back with what others have to say as it was in the end', async ({
    assert,
  }) => {
    const ada = await member('Ada')
    const made = { ownerId: ada.person.id, title: 'Sea', state: 'lent', borrower: 'Bob' }
    const { key } = await asProgram().create(made)
    await asProgram().update(key, { title: 'Lake', state: 'there' })
    const change = await HistoryEntry.query().where('action', 'update').firstOrFail()

    await ada.books.delete(key)
    const back = await ada.books.restoreRow(key, change.id)
    assert.deepEqual([back.title, back.values.state], ['Sea', 'there'])

    await asProgram().delete(key)
    const whole = await asProgram().restoreRow(key, change.id)
    assert.deepEqual([whole.title, whole.values.state], ['Sea', 'lent'])
  })

  test('lists no deleted row that one could not have seen', async ({ assert }) => {
    const ada = await member('Ada')
    const ownerId = ada.person.id
    const open = await ada.books.create({ ownerId, title: 'Sea' })
    const hidden = await ada.books.create({ ownerId, title: 'Lake', note: 'private' })
    await ada.books.delete(open.key)
    await ada.books.delete(hidden.key)

    assert.deepEqual(
      (await ada.books.deletedRows()).rows.map(({ title }) => title),
      ['Sea']
    )
    assert.lengthOf((await asProgram().deletedRows()).rows, 2)
  })

  test('stays quick when it is long', async ({ assert }) => {
    await raw(`
      insert into history (table_name, row_key, action, after, transaction_id, happened_at)
      select 'library_books', jsonb_build_object('id', n % 1000), 'insert', '{}', n, now()
      from generate_series(1, 20000) as n; analyze history`)
    const began = performance.now()
    await asProgram().history({ key: '5' })
    await asProgram().history({})
    assert.isBelow(performance.now() - began, 500)
  })
})

test.group('Undo', (group) => {
  group.setup(ownLibrary)
  group.each.setup(emptyLibrary)

  test('takes back a save, and can be taken back itself', async ({ assert }) => {
    const { id: ownerId } = await Person.create({ name: 'Ada' })
    const [x] = await Tag.createMany([{ name: 'x' }])
    const { key } = await asProgram().create(
      { ownerId, title: 'Sea', tags: [x.id], chapters: [{ title: 'a' }, { title: 'b' }] },
      { operationId: 'make' }
    )
    const [a] = await Chapter.query().orderBy('id')
    await asProgram().update(
      key,
      { title: 'Lake', tags: [], chapters: [{ key: a.id, $delete: true }, { title: 'c' }] },
      { operationId: 'change' }
    )

    const undone = await undo(library, program, 'change')
    assert.deepEqual([undone.undone, undone.problems], [4, []])
    const titles = async () => (await Chapter.query().orderBy('id')).map(({ title }) => title)
    assert.deepEqual([(await Book.firstOrFail()).title, await titles()], ['Sea', ['a', 'b']])
    assert.lengthOf(await BookTag.all(), 1)

    assert.equal((await undo(library, program, undone.operationId)).undone, 4)
    assert.deepEqual([(await Book.firstOrFail()).title, await titles()], ['Lake', ['b', 'c']])
    await assert.rejects(() => undo(library, program, 'nothing'), /nothing to undo/)
  })

  test('of a deletion brings back what went along, for whoever could make the row', async ({
    assert,
  }) => {
    const ada = await member('Ada')
    const chapters = [{ title: 'a', pages: [{ text: 'p' }] }]
    const { key } = await ada.books.create({ ownerId: ada.person.id, title: 'Sea', chapters })
    await raw(`update library_books set updated_at = '2026-01-02 03:04:05.123456+00'`)
    await ada.books.delete(key, { operationId: 'gone' })
    assert.lengthOf(await Page.all(), 0)

    const back = await undo(library, ada.actor, 'gone')
    assert.deepEqual([back.undone, back.problems], [3, []])
    const page = await Page.firstOrFail()
    assert.equal(page.text, 'p')
    const { rows } = await raw('select updated_at::text as at from library_books')
    assert.match(rows[0].at, /05\.123456/)
  })

  test('leaves alone what was changed again since, and says so', async ({ assert }) => {
    const { id: ownerId } = await Person.create({ name: 'Ada' })
    const first = await asProgram().create({ ownerId, title: 'Sea' }, { operationId: 'make' })
    const second = await asProgram().create({ ownerId, title: 'Lake' }, { operationId: 'make' })
    await asProgram().update(first.key, { title: 'River', note: 'n' }, { operationId: 'change' })
    await asProgram().update(first.key, { title: 'Brook' })

    const undone = await undo(library, program, 'change')
    assert.equal(undone.undone, 0)
    assert.match(undone.problems[0].reason, /changed again since/)

    const made = await undo(library, program, 'make')
    assert.equal(made.undone, 1)
    assert.equal(made.problems[0].row, `library_books ${first.key}`)
    assert.isNull(await Book.find(second.key))
  })

  test('is refused where the policy refuses', async ({ assert }) => {
    const ada = await member('Ada')
    const bob = await member('Bob')
    const { key } = await bob.books.create({ ownerId: bob.person.id, title: 'Sea' })
    await bob.books.update(key, { title: 'Lake' }, { operationId: 'change' })
    await asProgram().update(key, { price: '4' }, { operationId: 'price' })

    assert.equal((await undo(library, ada.actor, 'change')).undone, 0)
    assert.equal((await undo(library, bob.actor, 'price')).undone, 0)
    assert.equal((await undo(library, bob.actor, 'change')).undone, 1)
  })

  test('leaves what only code may set to administrators and whoever did it', async ({ assert }) => {
    const ada = await member('Ada')
    const { key } = await ada.books.create({ ownerId: ada.person.id, title: 'Sea' })
    const judge = (verdict: string, told: { id: string; actor?: string }) =>
      Book.query().client.transaction(async (trx) => {
        await operation(trx, told)
        const book = await Book.query({ client: trx }).where('id', key).firstOrFail()
        await book.merge({ verdict, note: verdict }).save()
      })
    const told = async () => {
      const { verdict, note } = await Book.findOrFail(key)
      return [verdict, note]
    }

    await judge('bad', { id: 'others' })
    assert.equal((await undo(library, ada.actor, 'others')).undone, 0)
    assert.deepEqual(await told(), ['bad', 'bad'])

    await judge('good', { id: 'own', actor: ada.actor.id! })
    assert.equal((await undo(library, ada.actor, 'own')).undone, 1)
    assert.deepEqual(await told(), ['bad', 'bad'])
    assert.equal((await undo(library, program, 'others')).undone, 1)
    assert.deepEqual(await told(), [null, null])
  })

  test('takes rows out of the trash and puts them back there', async ({ assert }) => {
    const service = asProgram(cards)
    const { key } = await service.create({ name: 'a' })
    await service.delete(key, { operationId: 'trash' })
    const { operationId } = await undo(library, program, 'trash')
    assert.equal((await service.show(key)).title, 'a')
    await undo(library, program, operationId)
    await assert.rejects(() => service.show(key), /There is no such card/)
  })
})
