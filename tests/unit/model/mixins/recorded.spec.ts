import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { compose } from '@adonisjs/core/helpers'
import {
  Decimal,
  HistoryEntry,
  Model,
  Recorded,
  describe,
  field,
  historyOf,
  index,
  operation,
} from '#atrium/model/main'

import { ownDatabase } from '../own_database.ts'

class Account extends compose(Model, Recorded) {
  static table = 'recorded_accounts'
  static concealed = ['notes']
  static indexes = [index<Account>(['name'])]

  @field.id()
  declare id: number

  @field.string()
  declare name: string

  @field.string({ hidden: true, nullable: true })
  declare password: string | null

  @field.text({ nullable: true })
  declare notes: string | null

  @field.bigint({ default: 0n })
  declare units: bigint

  @field.decimal({ precision: 40, scale: 20, nullable: true })
  declare amount: Decimal | null

  @field.json({ nullable: true })
  declare settings: object | null

  @field.custom('json', { nullable: true })
  declare raw: object | null

  @field.timestamp({ nullable: true })
  declare seenAt: DateTime | null

  @field.generated({ type: 'text', as: 'lower(name)' })
  declare readonly lowerName: string

  @field.custom('tsvector', { nullable: true, read: false })
  declare search: undefined
}

class Entry extends compose(Model, Recorded) {
  static table = 'recorded_entries'

  @field.foreignKey(() => Account, { primary: true, onDelete: 'cascade' })
  declare accountId: number

  @field.bigint({ primary: true, columnName: 'number of "it"' })
  declare number: bigint

  @field.string()
  declare text: string
}

const all = () => HistoryEntry.query({ connection: Account.connection }).orderBy('id')
const raw = (sql: string, bindings: any[] = []) =>
  db.connection(Account.connection).rawQuery(sql, bindings)

test.group('History', (group) => {
  group.setup(() => ownDatabase(Account, Entry))
  group.each.setup(() => async () => {
    await raw('truncate recorded_accounts, recorded_entries; truncate history')
  })

  test('says what was added, changed and deleted, and when', async ({ assert }) => {
    const before = DateTime.utc().minus({ seconds: 1 })
    const account = await Account.create({ name: 'a', units: 5n })
    await account.merge({ name: 'b' }).save()
    await account.delete()

    const [deletion, update, insertion] = await account.history()
    assert.deepEqual(insertion.rowKey, { id: account.id })
    assert.deepEqual([insertion.tableName, insertion.action], ['recorded_accounts', 'insert'])
    assert.isNull(insertion.before)
    assert.containSubset(insertion.after, { id: account.id, name: 'a', units: 5, amount: null })

    assert.deepEqual(
      [update.action, update.before, update.after],
      ['update', { name: 'a' }, { name: 'b' }]
    )
    assert.equal(deletion.action, 'delete')
    assert.containSubset(deletion.before, { id: account.id, name: 'b', units: 5 })
    assert.isNull(deletion.after)

    assert.isTrue(insertion.happenedAt > before && insertion.happenedAt < deletion.happenedAt)
    assert.notEqual(insertion.transactionId, update.transactionId)
  })

  test('has no entry for an update that changes nothing', async ({ assert }) => {
    await Account.create({ name: 'a', raw: { some: 'json' }, amount: new Decimal('1.5') })
    await raw(`update recorded_accounts set name = name, amount = 1.50, raw = '{"some":  "json"}'`)

    assert.lengthOf(await all(), 1)
  })

  test('names what it conceals, and has no value of it', async ({ assert }) => {
    const account = await Account.create({ name: 'a', password: 'secret', notes: 'private' })
    await account.merge({ name: 'b', password: 'secret too', notes: 'private too' }).save()
    await account.merge({ password: 'secret still' }).save()
    await account.delete()

    const { rows } = await raw('select string_agg(history::text, $$ $$) as everything from history')
    assert.notMatch(rows[0].everything, /secret|private/)

    const [, last, both] = await account.history()
    assert.sameMembers(both.concealed!, ['password', 'notes'])
    assert.deepEqual(both.after, { name: 'b' })
    assert.deepEqual([last.before, last.after, last.concealed], [{}, {}, ['password']])
  })

  test('leaves out what is computed from the rest', async ({ assert }) => {
    const account = await Account.create({ name: 'A' })
    await account.merge({ name: 'B' }).save()
    await raw(`update recorded_accounts set search = 'b'`)

    const [update, insertion] = await account.history()
    assert.notProperty(insertion.after, 'lower_name')
    assert.deepEqual(update.after, { name: 'B' })
  })

  test('keeps numbers that JavaScript would round, at any depth', async ({ assert }) => {
    const account = await Account.create({
      name: 'a',
      units: 9_007_199_254_740_993n,
      amount: new Decimal('0.1').plus(new Decimal('0.2')),
    })
    await raw(`update recorded_accounts set settings = '{"deep": [9007199254740993, 1, 0.5]}'`)

    const [update, insertion] = await account.history()
    assert.equal(insertion.after!.units, '9007199254740993')
    assert.equal(insertion.after!.amount, '0.30000000000000000000')
    assert.deepEqual(update.after, { settings: { deep: ['9007199254740993', 1, 0.5] } })
  })

  test('writes moments in UTC, whatever zone the writer is in', async ({ assert }) => {
    await raw(`
      begin;
      set local timezone to 'Asia/Tokyo';
      insert into recorded_accounts (name, seen_at) values ('a', '2026-01-02 12:00:00+09');
      commit`)

    const [insertion] = await all()
    assert.equal(insertion.after!.seen_at, '2026-01-02T03:00:00+00:00')
  })

  test('has what hooks never see: bulk statements, cascades and SQL', async ({ assert }) => {
    const account = await Account.create({ name: 'a' })
    await Entry.createMany([1n, 2n].map((number) => ({ accountId: account.id, number, text: 't' })))
    await Entry.query().update({ text: 'u' })
    await raw('delete from recorded_accounts')

    const entries = await all()
    assert.deepEqual(
      entries.map(({ tableName, action }) => `${action} ${tableName.split('_')[1]}`).sort(),
      [
        ...['delete accounts', 'delete entries', 'delete entries', 'insert accounts'],
        ...['insert entries', 'insert entries', 'update entries', 'update entries'],
      ]
    )
    assert.lengthOf(new Set(entries.slice(-3).map(({ transactionId }) => transactionId)), 1)
  })

  test('says once that a table was emptied', async ({ assert }) => {
    await Account.createMany([{ name: 'a' }, { name: 'b' }])
    await raw('truncate recorded_accounts cascade')

    const emptied = (await all()).filter(({ action }) => action === 'truncate')
    assert.sameMembers(
      emptied.map(({ tableName }) => tableName),
      ['recorded_accounts', 'recorded_entries']
    )
    assert.deepEqual([emptied[0].rowKey, emptied[0].before, emptied[0].after], [null, null, null])
  })

  test('ends with the transaction that is rolled back', async ({ assert }) => {
    const trx = await Account.transaction()
    await Account.create({ name: 'a' }, { client: trx })
    assert.lengthOf(await all().useTransaction(trx), 1)
    await trx.rollback()

    assert.lengthOf(await all(), 0)
  })

  test('is read by keys of several columns, of whatever type and name', async ({ assert }) => {
    const account = await Account.create({ name: 'a' })
    const number = 9_007_199_254_740_993n
    const entry = await Entry.create({ accountId: account.id, number, text: 'a' })
    await Entry.create({ accountId: account.id, number: number - 1n, text: 'b' })

    const entries = await historyOf(entry)
    assert.lengthOf(entries, 1)
    assert.deepEqual(entries[0].rowKey, {
      'account_id': account.id,
      'number of "it"': '9007199254740993',
    })
  })

  test('of a row with a new key has the old one in the entry that says so', async ({ assert }) => {
    const { id } = await Account.create({ name: 'a' })
    await raw('update recorded_accounts set id = id + 1000')

    const account = await Account.findOrFail(id + 1000)
    const [update] = await account.history()
    assert.deepEqual([update.before, update.after], [{ id }, { id: id + 1000 }])
  })

  test('says on whose behalf something was done, until the transaction ends', async ({
    assert,
  }) => {
    const by = { actor: 7, interface: 'page', reason: "it's “wrong”", id: 'x' }
    await Account.transaction(async (trx) => {
      await operation(trx, by)
      await Account.create({ name: 'a' }, { client: trx })
    })
    await Account.create({ name: 'b' })

    const [first, second] = await all()
    assert.deepEqual([first.operation, second.operation], [by, null])
  })

  test('is read from an index', async ({ assert }) => {
    const account = await Account.create({ name: 'a' })
    const { sql, bindings } = account.history().limit(10).toSQL().toNative()

    const client = await Account.transaction()
    await client.rawQuery('set local enable_seqscan = off')
    const { rows } = await client.knexRawQuery(
      `explain ${sql.replace(/\$\d+/g, '?')}`,
      bindings as any
    )
    await client.rollback()

    const plan = rows.map((row: any) => row['QUERY PLAN']).join('\n')
    assert.match(plan, /Index Scan Backward using history_table_name_/)
    assert.notMatch(plan, /Sort/)
  })

  test('brings its table, function and triggers along; models add their own', ({ assert }) => {
    const { triggers, requires, indexes } = describe(Account)

    assert.deepEqual(
      triggers.map(({ name, execute }) => [name, execute]),
      [
        [
          'recorded_accounts_history',
          `record_history('{id}', '{password,notes}', '{lower_name,search}')`,
        ],
        ['recorded_accounts_history_truncate', 'record_history()'],
      ]
    )
    assert.deepEqual(requires, [HistoryEntry])
    assert.lengthOf(indexes, 1)
    assert.deepEqual(
      describe(HistoryEntry).functions.map(({ name }) => name),
      ['record_history()']
    )
  })

  test('cannot conceal what is no field', ({ assert }) => {
    class Mistaken extends compose(Model, Recorded) {
      static concealed = ['note']

      @field.id()
      declare id: number
    }

    assert.throws(() => describe(Mistaken), /"note", but Mistaken has no such field/)
  })
})
