import { test } from '@japa/runner'
import { setTimeout } from 'node:timers/promises'
import { HistoryEntry, onBehalf } from '#atrium/model/main'
import {
  Dispatcher,
  HistorySubscriber,
  changes,
  onChange,
  type Change,
} from '#atrium/resource/main'

import { Person, Tag, emptyLibrary, ownLibrary } from '../writing/library.ts'

const NAME = 'test subscriber'

/** Tells what can be told by now. */
const tellAll = () => new Dispatcher().tellAll()

/**
 * Tells everything that was written so far. Changes are told when all transactions of the server that
 * are older have ended, and tests beside this one have some, in databases of their own.
 */
async function tell() {
  const client = HistoryEntry.query().client
  const { rows } = await client.rawQuery('select pg_current_xact_id()::text as id')
  const isPast = async () => {
    const past = 'pg_snapshot_xmin(pg_current_snapshot()) > (?)::text::xid8'
    return (await client.rawQuery(`select ${past} as past`, [rows[0].id])).rows[0].past
  }
  while (!(await isPast())) await setTimeout(5)
  await tellAll()
}

test.group('Subscribers', (group) => {
  group.tap((each) => each.timeout(60_000))
  group.setup(ownLibrary)
  group.each.setup(emptyLibrary)
  group.each.teardown(() => changes.unsubscribe(NAME))

  /** What is heard, from now on. */
  async function listening(handler: (change: Change) => unknown = () => {}) {
    const heard: string[] = []
    onChange(NAME, async (change) => {
      await handler(change)
      heard.push(`${change.action} ${change.after?.name ?? change.before?.name}`)
    })
    await tell()
    return heard
  }

  test('hear of every change from now on, in order, once', async ({ assert }) => {
    await Tag.create({ name: 'before' })
    const heard = await listening()
    const tag = await Tag.create({ name: 'a' })
    await tag.merge({ name: 'b' }).save()
    await Tag.query().client.rawQuery('delete from library_tags where id = ?', [tag.id])

    await tell()
    await tell()
    assert.deepEqual(heard, ['insert a', 'update b', 'delete b'])
  })

  test('hear of nothing that may still be taken back, and miss nothing that was slow', async ({
    assert,
    cleanup,
  }) => {
    const heard = await listening()
    const slow = await Tag.transaction()
    cleanup(() => (slow.isCompleted ? undefined : slow.rollback()))
    await Tag.create({ name: 'slow' }, { client: slow })
    await Tag.create({ name: 'quick' })
    await tellAll()
    assert.deepEqual(heard, [])

    await slow.commit()
    await tell()
    assert.deepEqual(heard, ['insert slow', 'insert quick'])
  })

  test('are told again when they failed, and lose nothing by a crash', async ({ assert }) => {
    let fails = true
    const heard = await listening(({ after }) => {
      if (fails && after?.name === 'b') throw new Error('not now')
    })
    await Tag.createMany([{ name: 'a' }, { name: 'b' }, { name: 'c' }])
    await tell()
    assert.deepEqual(heard, ['insert a'])

    fails = false
    await tell()
    assert.deepEqual(heard, ['insert a', 'insert b', 'insert c'])
  })

  test('keep what they write if and only if they are not told again', async ({ assert }) => {
    let crash = true
    onChange(NAME, async ({ table, after }, trx) => {
      if (table !== Tag.table) return
      await Person.create({ name: String(after!.name) }, { client: trx })
      if (crash && after!.name === 'b') {
        const { rows } = await trx.rawQuery('select pg_backend_pid() as pid')
        await Tag.query().client.rawQuery('select pg_terminate_backend(?)', [rows[0].pid])
      }
    })
    await tell()
    await Tag.createMany([{ name: 'a' }, { name: 'b' }])
    await assert.rejects(tell)
    assert.lengthOf(await Person.all(), 0)

    crash = false
    await tell()
    assert.deepEqual((await Person.query().orderBy('id')).map(({ name }) => name).sort(), [
      'a',
      'b',
    ])
  })

  test('write on behalf of themselves, whoever woke them', async ({ assert }) => {
    onChange(NAME, async ({ table, after }, trx) => {
      if (table === Tag.table) await Person.create({ name: String(after!.name) }, { client: trx })
    })
    await tell()
    await onBehalf(
      () => ({ actor: '7', interface: 'pages' }),
      async () => {
        await Tag.create({ name: 'a' })
        await tell()
      }
    )

    const person = await Person.firstOrFail()
    const [{ operation }] = await person.history()
    assert.deepEqual(operation, { interface: 'subscriber', reason: NAME })
  })

  test('that share the work hear of each change once', async ({ assert }) => {
    const heard = await listening()
    await Tag.createMany(Array.from({ length: 250 }, (_, i) => ({ name: `t${i}` })))
    await Promise.all([tell(), tell(), tell()])
    await tell()
    assert.lengthOf(heard, 250)
    assert.lengthOf(new Set(heard), 250)
    assert.lengthOf(await HistorySubscriber.all(), 1)
    assert.lengthOf(await HistoryEntry.all(), 250)
  })
})
