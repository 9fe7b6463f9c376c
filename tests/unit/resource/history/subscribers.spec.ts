import { test } from '@japa/runner'
import { HistoryEntry } from '#atrium/model/main'
import {
  Dispatcher,
  HistorySubscriber,
  changes,
  onChange,
  type Change,
} from '#atrium/resource/main'

import { Person, Tag, emptyLibrary, ownLibrary } from '../writing/library.ts'

const NAME = 'test subscriber'

test.group('Subscribers', (group) => {
  group.setup(ownLibrary)
  group.each.setup(emptyLibrary)
  group.each.teardown(() => changes.unsubscribe(NAME))

  /** What was heard, and a dispatcher that tells it. Begins now. */
  async function listening(handler: (change: Change) => unknown = () => {}) {
    const heard: string[] = []
    onChange(NAME, async (change) => {
      await handler(change)
      heard.push(`${change.action} ${change.after?.name ?? change.before?.name}`)
    })
    await new Dispatcher().tellAll()
    return { heard, tell: () => new Dispatcher().tellAll() }
  }

  test('hear of every change from now on, in order, once', async ({ assert }) => {
    await Tag.create({ name: 'before' })
    const { heard, tell } = await listening()
    const tag = await Tag.create({ name: 'a' })
    await tag.merge({ name: 'b' }).save()
    await Tag.query().client.rawQuery('delete from library_tags where id = ?', [tag.id])

    await tell()
    await tell()
    assert.deepEqual(heard, ['insert a', 'update b', 'delete b'])
  })

  test('hear of nothing that may still be taken back, and miss nothing that was slow', async ({
    assert,
  }) => {
    const { heard, tell } = await listening()
    const slow = await Tag.transaction()
    await Tag.create({ name: 'slow' }, { client: slow })
    await Tag.create({ name: 'quick' })
    await tell()
    assert.deepEqual(heard, [])

    await slow.commit()
    await tell()
    assert.deepEqual(heard, ['insert slow', 'insert quick'])
  })

  test('are told again when they failed, and lose nothing by a crash', async ({ assert }) => {
    let fails = true
    const { heard, tell } = await listening(({ after }) => {
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
    await new Dispatcher().tellAll()
    await Tag.createMany([{ name: 'a' }, { name: 'b' }])
    await assert.rejects(() => new Dispatcher().tellAll())
    assert.lengthOf(await Person.all(), 0)

    crash = false
    await new Dispatcher().tellAll()
    assert.deepEqual((await Person.query().orderBy('id')).map(({ name }) => name).sort(), [
      'a',
      'b',
    ])
  })

  test('that share the work hear of each change once', async ({ assert }) => {
    const { heard, tell } = await listening()
    await Tag.createMany(Array.from({ length: 250 }, (_, i) => ({ name: `t${i}` })))
    await Promise.all([tell(), tell(), tell()])
    await tell()
    assert.lengthOf(heard, 250)
    assert.lengthOf(new Set(heard), 250)
    assert.lengthOf(await HistorySubscriber.all(), 1)
    assert.lengthOf(await HistoryEntry.all(), 250)
  })
})
