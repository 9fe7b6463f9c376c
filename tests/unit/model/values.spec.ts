import { test } from '@japa/runner'
import { DateTime, Duration } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { Decimal, Model, expression, field } from '#atrium/model/main'

class Ticket extends Model {
  static table = 'value_tickets'

  @field.uuid({ primary: true })
  declare id: string

  @field.string({ default: 'new' })
  declare state: string

  @field.integer({ bits: 16, nullable: true })
  declare seats: number | null

  @field.bigint({ default: expression('7') })
  declare units: bigint

  @field.decimal({ precision: 6, scale: 2, nullable: true })
  declare price: Decimal | null

  @field.float({ nullable: true })
  declare weight: number | null

  @field.enum(['red', 'blue'], { nullable: true })
  declare color: 'red' | 'blue' | null

  @field.json({ nullable: true })
  declare facts: any

  @field.duration({ nullable: true })
  declare lasts: Duration | null

  @field.date({ nullable: true })
  declare day: DateTime | null

  @field.timestamp({ nullable: true })
  declare startsAt: DateTime | null

  @field.generated({ type: 'text', as: `upper(state)` })
  declare shown: string

  @field.generated({ type: 'tsvector', as: `to_tsvector('english', state)`, read: false })
  declare search: undefined

  @field.timestamp({ autoCreate: true })
  declare createdAt: DateTime

  @field.timestamp({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}

const UUID_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test.group('A row', (group) => {
  group.each.setup(async () => {
    await db.beginGlobalTransaction()
    await db.rawQuery(`
      create table value_tickets (
        id uuid primary key, state varchar(255) not null default 'new', seats smallint,
        units bigint not null default 7, price numeric(6, 2), weight double precision, color text,
        facts jsonb, lasts interval, day date, starts_at timestamptz,
        shown text generated always as (upper(state)) stored,
        search tsvector generated always as (to_tsvector('english', state)) stored,
        created_at timestamptz not null, updated_at timestamptz not null
      )`)

    return () => db.rollbackGlobalTransaction()
  })

  test('that was just created knows what the database put into it', async ({ assert }) => {
    const ticket = await Ticket.create({})

    assert.match(ticket.id, UUID_7)
    assert.equal(ticket.state, 'new')
    assert.strictEqual(ticket.units, 7n)
    assert.equal(ticket.shown, 'NEW')
    assert.isNull(ticket.price)
    assert.isFalse(ticket.$isDirty)
  })

  test('that was just changed knows what the database computes from it', async ({ assert }) => {
    const ticket = await Ticket.create({})
    await ticket.merge({ state: 'sold' }).save()

    assert.equal(ticket.shown, 'SOLD')
    assert.isFalse(ticket.$isDirty)
  })

  test('does not take what the database computes', async ({ assert }) => {
    const ticket = await Ticket.create({})

    await assert.rejects(
      () => Ticket.create({ shown: 'X' }),
      /Ticket.shown is computed by the database/
    )
    await assert.rejects(() => ticket.merge({ shown: 'X' }).save(), /Ticket.shown is computed/)
  })

  test('holds no column that is left to queries', async ({ assert }) => {
    const { id } = await Ticket.create({})
    const found = await Ticket.query().whereRaw(`search @@ to_tsquery('new')`).firstOrFail()

    assert.equal(found.id, id)
    assert.notProperty(found.serialize(), 'search')
  })

  test('is stamped with and without hooks, at one moment', async ({ assert }) => {
    const [first] = await Ticket.createMany([{}])
    const second = await new Ticket().saveQuietly()

    for (const { createdAt, updatedAt } of [first, second]) {
      assert.equal(createdAt.toMillis(), updatedAt.toMillis())
      assert.equal(createdAt.zoneName, 'UTC')
    }

    const { createdAt, updatedAt } = first
    await first.merge({ state: 'sold' }).saveQuietly()
    assert.isTrue(first.updatedAt >= updatedAt)
    assert.equal(first.createdAt.toMillis(), createdAt.toMillis())
  })

  test('keeps the id that it was given', async ({ assert }) => {
    const id = '0190a5a0-7f6b-7c3e-8d2f-0123456789ab'
    await Ticket.create({ id })

    assert.equal((await Ticket.findOrFail(id)).id, id)
  })

  test('gets ids that sort in the order of their making', async ({ assert }) => {
    const ids = (await Ticket.createMany(Array.from({ length: 50 }, () => ({})))).map(
      ({ id }) => id
    )

    assert.deepEqual(ids, [...ids].sort())
    assert.equal(new Set(ids).size, 50)
  })

  test('is found by exact values', async ({ assert }) => {
    const { id } = await Ticket.create({
      units: 9_007_199_254_740_993n,
      price: new Decimal('0.30'),
    })
    const found = await Ticket.query()
      .whereIn('units', [9_007_199_254_740_993n, 1n] as any)
      .whereIn('price', [new Decimal('0.3')] as any)
      .where('price', '<', new Decimal('0.31') as any)

    assert.deepEqual(
      found.map((ticket) => ticket.id),
      [id]
    )
  })

  test('takes SQL in place of a value', async ({ assert }) => {
    const ticket = await Ticket.create({ seats: 2 })
    await ticket.merge({ seats: db.raw('seats + 1') as any }).save()

    await ticket.refresh()
    assert.equal(ticket.seats, 3)
  })

  test('keeps text, lists and nothing in JSON', async ({ assert }) => {
    for (const facts of ['text', ['a', { b: null }], 0, false]) {
      const { id } = await Ticket.create({ facts })
      assert.deepEqual((await Ticket.findOrFail(id)).facts, facts)
    }

    const { id } = await Ticket.create({ facts: null })
    const [{ empty }] = (
      await db.rawQuery('select facts is null as empty from value_tickets where id = ?', [id])
    ).rows
    assert.isTrue(empty)
  })

  test('is changed when a part of its JSON is', async ({ assert }) => {
    const ticket = await Ticket.create({ facts: { tags: ['a'] } })
    ticket.facts.tags.push('b')
    await ticket.save()

    await ticket.refresh()
    assert.deepEqual(ticket.facts, { tags: ['a', 'b'] })
  })

  test('is changed by another length of time, not by the same in other words', async ({
    assert,
  }) => {
    const ticket = await Ticket.create({ lasts: Duration.fromObject({ months: 1, minutes: 90 }) })

    ticket.lasts = Duration.fromObject({ months: 1, hours: 1, minutes: 30 })
    assert.isFalse(ticket.$isDirty)

    ticket.lasts = Duration.fromObject({ days: 30, minutes: 90 })
    assert.isTrue(ticket.$isDirty)
  })

  test('is not changed by the same moment in another zone', async ({ assert }) => {
    const startsAt = DateTime.fromISO('2026-03-29T03:30:00+02:00', { setZone: true })
    const { id } = await Ticket.create({ startsAt, day: startsAt })
    const found = await Ticket.findOrFail(id)

    assert.isFalse(found.merge({ startsAt, day: startsAt }).$isDirty)
  })

  const refused: [field: string, value: unknown][] = [
    ['state', 7],
    ['seats', 1.5],
    ['seats', 32_768],
    ['seats', Number.NaN],
    ['units', 1],
    ['units', 2n ** 63n],
    ['price', 1.5],
    ['price', new Decimal('0.001')],
    ['price', new Decimal('10000')],
    ['weight', Infinity],
    ['color', 'green'],
    ['facts', { units: 1n }],
    ['lasts', Duration.invalid('none')],
    ['lasts', Duration.fromObject({ months: 0.5 })],
    ['day', DateTime.invalid('none')],
    ['startsAt', new Date()],
    ['id', 'no uuid'],
  ]

  for (const [name, value] of refused) {
    test(`refuses ${typeof value === 'bigint' ? `${value}n` : value} as ${name}`, async ({
      assert,
    }) => {
      const error: any = await Ticket.create({ [name]: value }).catch((caught: unknown) => caught)

      assert.equal(error.code, 'E_FIELD_VALUE')
      assert.include(error.message, `Ticket.${name} cannot hold`)
    })
  }
})
