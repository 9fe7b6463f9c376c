import { test } from '@japa/runner'
import { randomBytes } from 'node:crypto'

import { valueOf } from './value_of.ts'
import { TestDatabases } from '#atrium/postgres/main'

test.group('Test databases', (group) => {
  const fingerprint = randomBytes(6).toString('hex')
  let databases: TestDatabases
  let built = 0

  const migrate = async (url: string) => {
    built += 1
    await valueOf(url, 'create table words as select 1 as id')
  }
  const exists = (url: string) =>
    valueOf(
      process.env.DATABASE_URL!,
      `select count(*) = 1 from pg_database where datname = '${new URL(url).pathname.slice(1)}'`
    )

  group.tap((each) => each.timeout(60_000))
  group.setup(async () => {
    databases = await TestDatabases.at(process.env.DATABASE_URL!)
    return async () => {
      await valueOf(
        process.env.DATABASE_URL!,
        `drop database if exists atrium_test_template_${fingerprint}`
      )
      await databases.close()
    }
  })

  test('are made from a template that is built once', async ({ assert }) => {
    const template = await databases.template(fingerprint, migrate)
    assert.equal(await databases.template(fingerprint, migrate), template)
    assert.equal(built, 1)
  })

  test('are made from a template that another run finished first', async ({ assert, cleanup }) => {
    const late = `${fingerprint}_late`
    const entrance = new URL(process.env.DATABASE_URL!)
    entrance.pathname = '/postgres'
    const elsewhere = await TestDatabases.at(entrance.href)
    cleanup(async () => {
      await valueOf(entrance.href, `drop database if exists atrium_test_template_${late}`)
      await elsewhere.close()
    })

    const template = await databases.template(late, async (url) => {
      await migrate(url)
      await elsewhere.template(late, migrate)
    })
    assert.equal(await elsewhere.template(late, migrate), template)
  })

  test('do not meet', async ({ assert }) => {
    const template = await databases.template(fingerprint, migrate)
    const [one, other] = [await databases.copy(template), await databases.copy(template)]

    await valueOf(one.url, 'insert into words values (2)')
    assert.equal(await valueOf(one.url, 'select count(*) from words'), '2')
    assert.equal(await valueOf(other.url, 'select count(*) from words'), '1')

    await one.drop()
    assert.isFalse(await exists(one.url))
    assert.isTrue(await exists(other.url))
    await other.drop()
  })

  test('of dead runs are dropped by later ones, those of living runs are not', async ({
    assert,
    cleanup,
  }) => {
    const template = await databases.template(fingerprint, migrate)
    const living = await databases.copy(template)
    cleanup(() => living.drop())
    const dead = new URL(living.url)
    dead.pathname = `/atrium_test_1000000000_${fingerprint}`
    await valueOf(process.env.DATABASE_URL!, `create database ${dead.pathname.slice(1)}`)

    await databases.dropAbandoned()
    assert.isFalse(await exists(dead.href))
    assert.isTrue(await exists(living.url))
  })

  test('a template that could not be migrated is not left half done', async ({ assert }) => {
    const failing = () => Promise.reject(new Error('no such column'))
    await assert.rejects(() => databases.template(`${fingerprint}x`, failing), 'no such column')

    const names = await valueOf(
      process.env.DATABASE_URL!,
      `select count(*) from pg_database where datname like '%${fingerprint}x'`
    )
    assert.equal(names, '0')
  })
})
