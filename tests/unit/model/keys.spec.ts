import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Model, field } from '#atrium/model/main'
import { belongsTo, hasMany, manyToMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany, ManyToMany } from '@adonisjs/lucid/types/relations'

class Country extends Model {
  static table = 'key_countries'

  @field.string({ primary: true, max: 2 })
  declare code: string

  @field.bigint({ unique: true })
  declare number: bigint

  @hasMany(() => City, { localKey: 'number', foreignKey: 'countryNumber' })
  declare cities: HasMany<typeof City>

  @manyToMany(() => City, {
    pivotTable: 'key_fairs',
    localKey: 'number',
    relatedKey: 'id',
    pivotForeignKey: 'country_id',
    pivotRelatedForeignKey: 'city_id',
  })
  declare fairs: ManyToMany<typeof City>
}

class City extends Model {
  static table = 'key_cities'

  @field.uuid({ primary: true })
  declare id: string

  @field.foreignKey(() => Country, { references: 'code' })
  declare countryCode: string

  @field.foreignKey(() => Country, { references: 'number' })
  declare countryNumber: bigint

  @belongsTo(() => Country, { foreignKey: 'countryNumber', localKey: 'number' })
  declare country: BelongsTo<typeof Country>

  @manyToMany(() => City, {
    pivotTable: 'key_routes',
    pivotForeignKey: 'from_id',
    pivotRelatedForeignKey: 'to_id',
  })
  declare reached: ManyToMany<typeof City>
}

class Route extends Model {
  static table = 'key_routes'

  @field.foreignKey(() => City, { primary: true })
  declare fromId: string

  @field.foreignKey(() => City, { primary: true })
  declare toId: string

  @field.integer({ nullable: true })
  declare minutes: number | null
}

test.group('Keys', (group) => {
  group.each.setup(async () => {
    await db.beginGlobalTransaction()
    await db.rawQuery(`
      create table key_countries (code varchar(2) primary key, number bigint not null unique);
      create table key_cities (
        id uuid primary key, country_code varchar(2) not null references key_countries,
        country_number bigint not null references key_countries (number)
      );
      create table key_routes (
        from_id uuid not null references key_cities, to_id uuid not null references key_cities,
        minutes integer, primary key (from_id, to_id)
      );
      create table key_fairs (country_id bigint not null, city_id uuid not null)`)

    return () => db.rollbackGlobalTransaction()
  })

  async function cities(count: number) {
    const { code, number } = await Country.create({ code: 'at', number: 9_007_199_254_740_993n })
    const row = { countryCode: code, countryNumber: number }
    return City.createMany(Array.from({ length: count }, () => row))
  }

  test('read like the property that they point to, whatever it is', async ({ assert }) => {
    const [{ id }] = await cities(1)
    const city = await City.query().where('id', id).preload('country').firstOrFail()
    const country = await Country.query().preload('cities').firstOrFail()

    assert.strictEqual(city.countryNumber, 9_007_199_254_740_993n)
    assert.equal(city.serialize().countryNumber, '9007199254740993')
    assert.equal(city.country.code, 'at')
    assert.equal(country.cities[0].id, id)
  })

  test('of several fields find exactly one row to change, delete or read again', async ({
    assert,
  }) => {
    const [a, b, c] = await cities(3)
    const [toB, toC] = await Route.createMany([
      { fromId: a.id, toId: b.id, minutes: 1 },
      { fromId: a.id, toId: c.id, minutes: 1 },
    ])

    await toB.merge({ minutes: 5 }).save()
    await toC.refresh()
    assert.equal(toC.minutes, 1)

    await toC.lockForUpdate(async (route) => assert.equal(route.toId, c.id))
    await toC.delete()
    const left = await Route.all()
    assert.deepEqual([left.length, left[0].toId, left[0].minutes], [1, b.id, 5])
  })

  test('of several fields may change, one row at a time', async ({ assert }) => {
    const [a, b, c] = await cities(3)
    const route = await Route.create({ fromId: a.id, toId: b.id })
    await route.merge({ toId: c.id, minutes: 3 }).save()

    const found = await Route.findByOrFail({ fromId: a.id, toId: c.id })
    assert.equal(found.minutes, 3)
    assert.isNull(await Route.findBy({ fromId: a.id, toId: b.id }))
  })

  test('of several fields are not mistaken for one value', async ({ assert }) => {
    const message = /has several fields.*findBy\(\{ fromId, toId \}\)/

    await assert.rejects(() => Route.find('x'), message)
    await assert.rejects(() => Route.findOrFail('x'), message)
    await assert.rejects(() => Route.findMany(['x']), message)
  })

  test('that were not read are missed before anything is written', async ({ assert }) => {
    const [a, b] = await cities(2)
    await Route.create({ fromId: a.id, toId: b.id })
    const route = await Route.query().select('from_id', 'minutes').firstOrFail()

    await assert.rejects(() => route.merge({ minutes: 9 }).save(), /"toId" is missing/)
    await assert.rejects(() => route.delete(), /"toId" is missing/)
  })

  test('stand in tables in between as they do elsewhere', async ({ assert }) => {
    const [a, b] = await cities(2)
    await a.related('reached').attach([b.id])

    const found = await City.query().where('id', a.id).preload('reached').firstOrFail()
    assert.deepEqual(
      found.reached.map(({ id }) => id),
      [b.id]
    )
  })

  test('stand there exactly too where they are bigints', async ({ assert }) => {
    const [{ id }] = await cities(1)
    const small = await Country.create({ code: 'li', number: 7n })
    const large = await Country.findOrFail('at')
    for (const country of [small, large]) await country.related('fairs').attach([id])

    const found = await Country.query().orderBy('code').preload('fairs')
    assert.deepEqual(
      found.map(({ fairs }) => fairs.length),
      [1, 1]
    )
  })
})
