import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'

import { Migration, errors } from '#atrium/migrations/main'

/** Runs a migration in a transaction, or without one when it says so. */
async function run(migration: typeof Migration, direction: 'execUp' | 'execDown' = 'execUp') {
  if (migration.disableTransactions) return new migration(db.connection(), 'file')[direction]()

  return db.transaction((trx) => new migration(trx, 'file')[direction]())
}

async function valueOf(sql: string) {
  const { rows } = await db.rawQuery(sql)
  return Object.values(rows[0])[0]
}

test.group('A migration', (group) => {
  group.each.setup(async () => {
    await db.rawQuery('create table pebbles (id int primary key, name text, note jsonb)')
    await db.rawQuery(
      `insert into pebbles select i, 'pebble ' || i from generate_series(1, 20000) i`
    )
    return () => db.rawQuery('drop table pebbles')
  })

  test('says its SQL as it is, with question marks, backslashes and bodies of functions', async ({
    assert,
  }) => {
    class Odd extends Migration {
      async up() {
        this.sql(`update pebbles set note = '{"a": "\\\\?"}' where id = 1`)
        this.sql(`update pebbles set name = 'has a' where note ? 'a'`)
        this.sql(`
          create function stones() returns text language sql as $$
            select 'two
              lines'
          $$`)
      }

      async down() {
        this.sql('drop function stones()')
      }
    }
    await run(Odd)

    assert.equal(await valueOf(`select name from pebbles where id = 1`), 'has a')
    assert.equal(await valueOf(`select note ->> 'a' from pebbles where id = 1`), '\\?')
    assert.equal(await valueOf(`select stones()`), 'two\n    lines')
    await run(Odd, 'execDown')
  })

  test('runs nothing when a guard finds rows', async ({ assert }) => {
    class Guarded extends Migration {
      static guards = [
        {
          count: `select count(*) from pebbles where id < 100`,
          message: 'pebbles.id is too small',
        },
      ]

      async up() {
        this.sql(`delete from pebbles`)
      }
    }

    await assert.rejects(
      () => run(Guarded),
      'file: pebbles.id is too small (99 rows). Nothing of this file was done.'
    )
    assert.equal(await valueOf('select count(*)::int from pebbles'), 20_000)
  })

  test('shows guards and backfills in a dry run', async ({ assert }) => {
    class Shown extends Migration {
      static disableTransactions = true
      static guards = [{ count: 'select count(*) from pebbles', message: 'there are pebbles' }]

      async up() {
        this.sql(`select 1`)
        this.backfill({ table: 'pebbles', set: `name = 'x'`, where: `name is null` })
      }
    }

    assert.deepEqual(await new Shown(db.connection(), 'file', true).execUp(), [
      'select count(*) from pebbles /* must be 0 */',
      'select 1',
      `update pebbles set name = 'x' where (name is null) /* in batches of 5000 rows */`,
    ])
  })

  test('fills in batches, each of which stays when a later one fails', async ({ assert }) => {
    class Filling extends Migration {
      static disableTransactions = true

      async up() {
        this.backfill({
          table: 'pebbles',
          set: `note = to_jsonb(1 / (id - 15000))`,
          where: `note is null`,
          batch: 1000,
        })
      }
    }

    await assert.rejects(() => run(Filling), /division by zero/)
    const filled = await valueOf('select count(*)::int from pebbles where note is not null')
    assert.isAbove(filled as number, 10_000)
    assert.isBelow(filled as number, 15_000)

    await db.rawQuery('update pebbles set id = 0 where id = 15000')
    await run(Filling)
    assert.equal(await valueOf('select count(*)::int from pebbles where note is null'), 0)
  })

  test('fills all rows or none where the file has a transaction', async ({ assert }) => {
    class Filling extends Migration {
      async up() {
        this.backfill({
          table: 'pebbles',
          set: `note = to_jsonb(1 / (id - 15000))`,
          where: `note is null`,
        })
      }
    }

    await assert.rejects(() => run(Filling), /division by zero/)
    assert.equal(await valueOf('select count(*)::int from pebbles where note is not null'), 0)
  })

  test('ends with a reason when a value leaves rows as they were', async ({ assert }) => {
    class Stuck extends Migration {
      static disableTransactions = true

      async up() {
        this.backfill({ table: 'pebbles', set: `note = null`, where: `note is null` })
      }
    }

    const error = await run(Stuck).catch((reason) => reason)
    assert.instanceOf(error, errors.E_BACKFILL_STUCK)
    assert.match(error.message, /^"update pebbles set .* leaves (\d+) of \1 rows/)
  })
})
