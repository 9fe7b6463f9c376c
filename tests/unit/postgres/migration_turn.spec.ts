import { Client } from 'pg'
import { test } from '@japa/runner'
import { setTimeout as pause } from 'node:timers/promises'

import { inTurn } from '#atrium/postgres/main'

const url = () => process.env.DATABASE_URL!

test.group('Migrating in turn', () => {
  test('the second waits for the first', async ({ assert }) => {
    const happened: string[] = []
    const migrate = (name: string) =>
      inTurn(
        url(),
        async () => {
          happened.push(`${name} begins`)
          await pause(150)
          happened.push(`${name} ends`)
        },
        () => happened.push(`${name} waits`)
      )

    const first = migrate('first')
    while (happened.length === 0) await pause(5)
    await Promise.all([first, migrate('second')])

    assert.deepEqual(happened, [
      'first begins',
      'second waits',
      'first ends',
      'second begins',
      'second ends',
    ])
  })

  test('those who wait are in nobody’s way, not even of an index that is built concurrently', async ({
    assert,
    cleanup,
  }) => {
    const client = new Client({ connectionString: url() })
    await client.connect()
    await client.query('create table crowded (id int)')
    cleanup(async () => {
      await client.query('drop table crowded')
      await client.end()
    })

    let second: Promise<void> | undefined
    await inTurn(
      url(),
      async () => {
        await new Promise<void>((resolve) => {
          second = inTurn(url(), async () => {}, resolve)
        })
        await client.query(`set statement_timeout = '5s'`)
        await pause(50)
        await client.query('create index concurrently crowded_id on crowded (id)')
      },
      () => {}
    )
    await second
    assert.isDefined(second)
  })

  test('a statement that a killed migrator left behind is waited for', async ({ assert }) => {
    const orphan = new Client({ connectionString: url() })
    await orphan.connect()
    await orphan.query('select pg_advisory_lock(1)')
    let hasEnded = false
    setTimeout(() => {
      hasEnded = true
      void orphan.end()
    }, 200)

    await inTurn(
      url(),
      async () => assert.isTrue(hasEnded),
      () => {}
    )
  })

  test('the turn is given back when the migration fails', async ({ assert }) => {
    const failing = () => Promise.reject(new Error('no such table'))
    await assert.rejects(() => inTurn(url(), failing, () => {}), 'no such table')

    let hasWaited = false
    await inTurn(
      url(),
      async () => {},
      () => (hasWaited = true)
    )
    assert.isFalse(hasWaited)
  })
})
