import { test } from '@japa/runner'
import { HistoryEntry } from '#atrium/model/main'
import { HistorySubscriber, prune } from '#atrium/resource/main'

import { Tag, emptyLibrary, ownLibrary } from '../writing/library.ts'

test.group('Pruning the history', (group) => {
  group.setup(ownLibrary)
  group.each.setup(async () => {
    await emptyLibrary()
    await Tag.query().client.rawQuery(`
      insert into history (table_name, row_key, action, transaction_id, happened_at)
      select case when n % 2 = 0 then 'even' else 'odd' end, '{"id": 1}', 'insert', n,
        now() - interval '1 day' * (12000.5 - n) / 20
      from generate_series(1, 12000) as n`)
  })

  const left = async () => (await HistoryEntry.query().count('*', 'total'))[0].$extras.total

  test('deletes what is older, of all tables or one, or only counts it', async ({ assert }) => {
    assert.equal((await prune({ olderThan: '90d', dryRun: true })).entries, 10_200)
    assert.equal(await left(), '12000')
    assert.equal((await prune({ olderThan: '90d', table: 'odd' })).entries, 5_100)
    assert.equal((await prune({ olderThan: '1y' })).entries, 2_350)
    assert.equal((await prune({ olderThan: '0d' })).entries, 12_000 - 5_100 - 2_350)
  })

  test('keeps what a subscriber has not heard, and says who that is', async ({ assert }) => {
    await HistorySubscriber.create({ name: 'slow', transactionId: 100n, entryId: 100n })
    const { entries, heldBy } = await prune({ olderThan: '90d' })
    assert.deepEqual([entries, heldBy], [100, ['slow']])
  })

  test('says what it does not understand', async ({ assert }) => {
    await assert.rejects(() => prune({ olderThan: 'soon' }), /"soon" is no age/)
    await assert.rejects(() => prune({ olderThan: '1d', table: 'none' }), /no entries of a table/)
  })
})
