import { test } from '@japa/runner'
import { alterType, conversionOf, quote, readSchema, Scratch } from '#atrium/migrations/main'
import type { Schema } from '#atrium/migrations/main'

import { conversionCases, impossible } from './conversion_cases.ts'

const moods = `create type mood as enum ('happy', 'calm'); create type other_mood as enum ('happy')`

const pairs = [...conversionCases.map(({ from, to }) => [from, to]), ...impossible]
const types = [...new Set(pairs.flat())]

test.group('Converting', (group) => {
  let scratch: Scratch
  let schema: Schema
  group.setup(async () => {
    scratch = await Scratch.open(process.env.DATABASE_URL!)
    const columns = types.map((type, place) => `c${place} ${type}`)
    await scratch.query(`${moods}; create table known (${columns.join(', ')})`)
    schema = await readSchema(scratch)
    await scratch.query(`set timezone = 'Asia/Tokyo'`)
    return () => scratch.drop()
  })
  group.each.setup(async () => {
    await scratch.query('begin')
    return async () => {
      await scratch.query('rollback')
    }
  })

  /** A name that has to be quoted, so that a quote that is missing is noticed */
  const name = 'Value of'
  const column = quote(name)

  function columnOf(type: string, nullable: boolean) {
    return { ...schema.tables.known.columns[`c${types.indexOf(type)}`], name, nullable }
  }
  const between = (from: string, to: string, nullable = true) =>
    conversionOf(columnOf(from, nullable), columnOf(to, nullable), schema.enums)

  const fill = async (type: string, values: (string | null)[]) => {
    await scratch.query(
      `drop table if exists held; create table held (id serial, ${column} ${type})`
    )
    for (const value of values) {
      const text = value === null ? 'null' : `'${value.replaceAll("'", "''")}'`
      await scratch.query(`insert into held (${column}) values (${text}::${type})`)
    }
  }
  const retype = async (from: string, to: string, using: string) => {
    const before = { [name]: { name, type: from } }
    for (const sql of alterType('held', { name, type: to }, before, using)) await scratch.query(sql)
  }
  const fileOfRows = async () =>
    (await scratch.query(`select pg_relation_filenode('held') as file`)).rows[0].file
  const held = async () => {
    await scratch.query(`set local timezone = 'UTC'`)
    const { rows } = await scratch.query(`select ${column}::text as value from held order by id`)
    await scratch.query(`set local timezone = 'Asia/Tokyo'`)
    return rows.map(
      (row: any) => row.value?.replace(/^(10\.0\.0\.1|::1|fe80::1)\/\d+$/, '$1') ?? null
    )
  }
  const offending = async (condition?: string) => {
    if (!condition) return 0
    const { rows } = await scratch.query(`select count(*)::int as n from held where ${condition}`)
    return rows[0].n
  }
  const succeeds = async (work: () => Promise<unknown>) => {
    await scratch.query('savepoint attempt')
    const failure = await work().then(
      () => null,
      (error) => error
    )
    if (failure) await scratch.query('rollback to savepoint attempt')
    return failure === null
  }

  for (const { from, to, keeps, loses = [] } of conversionCases) {
    test(`${from} into ${to} keeps what can be kept, forth and back`, async ({ assert }) => {
      const conversion = between(from, to)
      assert.isTrue(conversion.possible)
      await fill(from, [...keeps.map(([before]) => before), null])

      assert.equal(await offending(conversion.loses?.offenders(column)), 0, 'offenders')
      const file = await fileOfRows()
      await retype(from, to, conversion.loses?.strictUsing ?? conversion.using)
      assert.equal(conversion.rewrites, file !== (await fileOfRows()), 'rows are written anew')
      assert.deepEqual(await held(), [...keeps.map(([, after]) => after), null])

      const way = between(to, from)
      await retype(to, from, way.loses?.strictUsing ?? way.using)
      const back = keeps.map(([before, , other]) => other ?? before)
      assert.deepEqual(await held(), [...back, null])
    })

    if (loses.length === 0) continue

    test(`${from} into ${to} knows what is lost, and loses it only when told`, async ({
      assert,
    }) => {
      const conversion = between(from, to)
      for (const value of loses) {
        await fill(from, [value])
        assert.equal(await offending(conversion.loses?.offenders(column)), 1, value)
        assert.isFalse(await succeeds(() => retype(from, to, conversion.loses!.strictUsing)), value)
        assert.isTrue(await succeeds(() => retype(from, to, conversion.loses!.lossyUsing)), value)
      }
    })
  }

  test('says when there is no way at all', async ({ assert }) => {
    for (const [from, to] of impossible) {
      assert.isFalse(between(from, to).possible, `${from} into ${to}`)
    }
  })

  test('gives the nearest number where a column must not be empty', async ({ assert }) => {
    for (const [from, to, value, nearest] of [
      ['bigint', 'integer', '3000000000', '2147483647'],
      ['numeric', 'smallint', '-40000.5', '-32768'],
      ['numeric', 'numeric(4,2)', '-1000', '-99.99'],
      ['double precision', 'integer', '1e300', '2147483647'],
      ['double precision', 'real', '1e300', '3.4028235e+38'],
    ]) {
      const { loses } = between(from, to, false)
      await fill(from, [value])
      await retype(from, to, loses!.lossyUsing)
      assert.deepEqual(await held(), [nearest], `${from} into ${to}`)
    }
  })

  test('says when a value that is lost leaves nothing', async ({ assert }) => {
    for (const [from, to, empties] of [
      ['text', 'integer', true],
      ['text[]', 'integer', true],
      ['bigint', 'integer', false],
      ['varchar(10)', 'varchar(3)', false],
    ] as const) {
      assert.equal(between(from, to, false).loses!.empties, empties, `${from} into ${to}`)
    }
  })

  test('reads times on the wall in the zone that is asked for', async ({ assert }) => {
    const conversion = between('timestamp', 'timestamptz')
    assert.isDefined(conversion.inZone)

    const { using, usingBack } = conversion.inZone!('Europe/Vienna')
    await fill('timestamp', ['2024-05-06 07:00:00'])
    await retype('timestamp', 'timestamptz', using)
    assert.deepEqual(await held(), ['2024-05-06 05:00:00+00'])
    await retype('timestamptz', 'timestamp', usingBack)
    assert.deepEqual(await held(), ['2024-05-06 07:00:00'])
  })
})
