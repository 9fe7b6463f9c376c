import vine from '@vinejs/vine'
import { test } from '@japa/runner'
import { DateTime, Duration } from 'luxon'
import { Decimal, Model, expression, field } from '#atrium/model/main'

class Shop extends Model {
  @field.uuid({ primary: true })
  declare id: string
}

class Offer extends Model {
  @field.id()
  declare id: number

  @field.foreignKey(() => Shop)
  declare shopId: string

  @field.string({ max: 10 })
  declare title: string

  @field.text({ nullable: true, max: 20 })
  declare note: string | null

  @field.email()
  declare email: string

  @field.integer({ min: 1, default: 1 })
  declare count: number

  @field.bigint({ max: 9_007_199_254_740_995n })
  declare units: bigint

  @field.decimal({ precision: 22, scale: 2, min: '0' })
  declare price: Decimal

  @field.boolean({ default: false })
  declare open: boolean

  @field.date({ nullable: true })
  declare day: DateTime | null

  @field.timestamp()
  declare from: DateTime

  @field.duration()
  declare lasts: Duration

  @field.enum(['new', 'used'])
  declare state: 'new' | 'used'

  @field.json({ schema: vine.object({ size: vine.number() }) })
  declare facts: { size: number }

  @field.array('decimal', { precision: 4, scale: 1 })
  declare steps: Decimal[]

  @field.binary()
  declare seal: Buffer

  @field.inet()
  declare address: string

  @field.time()
  declare opens: string

  @field.string({ guarded: true })
  declare checkedBy: string

  @field.timestamp({ autoCreate: true })
  declare createdAt: DateTime

  @field.generated({ type: 'text', as: 'lower(title)' })
  declare key: string
}

const whole = {
  shopId: '0190a5a0-7f6b-7c3e-8d2f-0123456789ab',
  title: ' Lamp ',
  note: '',
  email: 'a@example.com',
  units: '9007199254740993',
  price: '12345678901234567890.10',
  day: '',
  from: '2026-03-29T03:30:00+02:00',
  lasts: 'P1DT2H',
  state: 'used',
  facts: { size: 3 },
  steps: ['0.1', 2],
  seal: 'AAH+',
  address: '10.0.0.0/8',
  opens: '17:30',
}

const create = vine.create(Offer.schema('create'))
const update = vine.create(Offer.schema('update'))

/**
 * The fields that are refused, and by which rules.
 */
async function refusedIn(validator: { validate: (data: any) => Promise<any> }, data: object) {
  try {
    await validator.validate(data)
    return {}
  } catch (error: any) {
    if (!error.messages) throw error
    return Object.fromEntries(error.messages.map(({ field: name, rule }: any) => [name, rule]))
  }
}

test.group('The schema of a new row', () => {
  test('gives each field as it is in code', async ({ assert }) => {
    const given: any = await create.validate(whole)

    assert.equal(given.title, 'Lamp')
    assert.isNull(given.note)
    assert.isNull(given.day)
    assert.strictEqual(given.units, 9_007_199_254_740_993n)
    assert.equal(given.price.toFixed(2), '12345678901234567890.10')
    assert.equal(given.from.toISO(), '2026-03-29T01:30:00.000Z')
    assert.deepEqual(given.lasts.toObject(), { days: 1, hours: 2 })
    assert.deepEqual(
      given.steps.map((step: Decimal) => step.toFixed()),
      ['0.1', '2']
    )
    assert.deepEqual(given.seal, Buffer.from([0, 1, 254]))
    assert.deepEqual(given.facts, { size: 3 })
  })

  test('wants what every row has, and no default gives', async ({ assert }) => {
    assert.deepEqual(Object.keys(await refusedIn(create, {})).sort(), [
      'address',
      'email',
      'facts',
      'from',
      'lasts',
      'opens',
      'price',
      'seal',
      'shopId',
      'state',
      'steps',
      'title',
      'units',
    ])
  })

  test('leaves out keys, and what the database or the model fill in', ({ assert }) => {
    const names = Object.keys(Offer.schema('create').getProperties())
    for (const name of ['id', 'key', 'createdAt', 'checkedBy']) assert.notInclude(names, name)

    assert.deepEqual(Object.keys(Shop.schema('create').getProperties()), [])
  })

  const wrong: [field: string, value: unknown, rule: string][] = [
    ['title', '', 'minLength'],
    ['title', 'more than ten', 'maxLength'],
    ['note', 'x'.repeat(21), 'maxLength'],
    ['email', 'nobody', 'email'],
    ['count', 0, 'min'],
    ['count', 1.5, 'withoutDecimals'],
    ['count', 2_147_483_648, 'max'],
    ['count', null, 'required'],
    ['units', '9007199254740996', 'max'],
    ['units', 9_007_199_254_740_992, 'bigint'],
    ['units', '1.5', 'bigint'],
    ['units', '', 'required'],
    ['price', '0.123', 'digits'],
    ['price', '-1', 'min'],
    ['price', 0.1 + 0.2, 'decimal'],
    ['price', '1e3', 'decimal'],
    ['price', Number.NaN, 'decimal'],
    ['open', 'perhaps', 'boolean'],
    ['day', '2026-02-30', 'date'],
    ['day', '2026-02-03T10:00', 'date'],
    ['from', 'tomorrow', 'date'],
    ['lasts', '2 hours', 'duration'],
    ['state', 'broken', 'enum'],
    ['seal', '%%%', 'base64'],
    ['address', '10.0.0.0/33', 'ipAddress'],
    ['opens', '25:00', 'time'],
    ['shopId', 'shop', 'uuid'],
  ]

  for (const [name, value, rule] of wrong) {
    test(`refuses ${JSON.stringify(value)} as ${name}`, async ({ assert }) => {
      assert.deepEqual(await refusedIn(create, { ...whole, [name]: value }), { [name]: rule })
    })
  }

  test('takes JSON numbers that are certain to be the ones that were written', async ({
    assert,
  }) => {
    const { price, units }: any = await create.validate({ ...whole, price: 0.1, units: 12 })

    assert.equal(price.toFixed(), '0.1')
    assert.strictEqual(units, 12n)
  })
})

test.group('The schema of changes', () => {
  test('wants nothing, and takes away only what may be empty', async ({ assert }) => {
    assert.deepEqual(await update.validate({}), {})
    assert.deepEqual(await update.validate({ note: null, day: '' }), { note: null, day: null })

    const { note, day, ...required } = whole
    const nothing = Object.fromEntries(Object.keys(required).map((name) => [name, null]))
    assert.sameMembers(Object.keys(await refusedIn(update, nothing)), Object.keys(required))
  })

  test('has the fields that were asked for', ({ assert }) => {
    const properties = Offer.schema('update', ['title', 'note']).getProperties()

    assert.deepEqual(Object.keys(properties), ['title', 'note'])
  })

  test('leaves out the primary key', ({ assert }) => {
    class Pair extends Model {
      @field.foreignKey(() => Shop, { primary: true })
      declare shopId: string

      @field.integer({ primary: true })
      declare place: number

      @field.string({ default: expression(`'x'`) })
      declare label: string
    }

    assert.deepEqual(Object.keys(Pair.schema('update').getProperties()), ['label'])
    assert.deepEqual(Object.keys(Pair.schema('create').getProperties()), [
      'shopId',
      'place',
      'label',
    ])
  })
})

test.group('The rule of a field', () => {
  test('is there to make a validator of', async ({ assert }) => {
    const validator = vine.create({
      offer: vine.object({ name: Offer.rule('title').toUpperCase() }),
    })

    assert.deepEqual(await validator.validate({ offer: { name: 'lamp' } }), {
      offer: { name: 'LAMP' },
    })
  })

  test('of a field that there is not is refused', ({ assert }) => {
    assert.throws(() => Offer.rule('name' as any), /Offer has no such field/)
  })
})
