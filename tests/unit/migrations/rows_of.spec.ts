import { test } from '@japa/runner'

import { rowsOf } from '#atrium/migrations/main'
import { valueOf } from '#tests/unit/postgres/value_of'

const url = process.env.DATABASE_URL!

test.group("Looking at the developer's database", () => {
  test('counts and gives examples, and what cannot be asked is null', async ({
    assert,
    cleanup,
  }) => {
    const rows = await rowsOf(url)
    cleanup(() => rows.close())

    assert.isTrue(rows.isConnected)
    assert.equal(await rows.count('select count(*) from generate_series(1, 12)'), 12)
    assert.deepEqual(await rows.examples('select i from generate_series(1, 3) i'), ['1', '2', '3'])
    assert.lengthOf((await rows.examples('select i from generate_series(1, 12) i'))!, 10)
    assert.isNull(await rows.count('select count(*) from no_such_table'))
    assert.equal(await rows.count('select 5'), 5, 'also after one that failed')
  })

  test('writes nothing, whatever it is asked', async ({ assert, cleanup }) => {
    await valueOf(url, 'create table looked_at (id serial)')
    cleanup(() => valueOf(url, 'drop table looked_at'))
    const rows = await rowsOf(url)
    cleanup(() => rows.close())

    for (const sql of [
      'insert into looked_at values (1) returning 1',
      'with added as (insert into looked_at values (1) returning 1) select count(*) from added',
      'commit; insert into looked_at values (1); select 1',
      'set transaction read write',
      "select nextval('looked_at_id_seq')",
    ]) {
      await rows.count(sql)
    }
    await rows.count('select 1')
    assert.equal(await valueOf(url, 'select count(*)::int from looked_at'), 0)
    assert.isFalse(await valueOf(url, 'select is_called from looked_at_id_seq'))
  })

  test('gives up what takes long', async ({ assert, cleanup }) => {
    const rows = await rowsOf(url, 100)
    cleanup(() => rows.close())

    const began = performance.now()
    assert.isNull(await rows.count('select count(*) from pg_sleep(30)'))
    assert.isBelow(performance.now() - began, 5_000)
  })

  test('knows nothing of a database that does not answer', async ({ assert }) => {
    const rows = await rowsOf('postgres://nobody@127.0.0.1:1/nothing')

    assert.isFalse(rows.isConnected)
    assert.isNull(await rows.count('select 1'))
    assert.isNull(await rows.examples('select 1'))
    await rows.close()
  })
})
