import { test } from '@japa/runner'
import vine from '@vinejs/vine'
import { faker } from '@faker-js/faker'
import type { DateTime, Duration } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany, manyToMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany, ManyToMany } from '@adonisjs/lucid/types/relations'
import {
  Decimal,
  Model,
  Sluggable,
  SoftDeletes,
  Timestamps,
  constraint,
  expression,
  factoryFor,
  field,
  index,
} from '#atrium/model/main'

import { ownDatabase } from './own_database.ts'

class Author extends compose(Model, Timestamps, SoftDeletes) {
  static table = 'factory_authors'

  @field.id()
  declare id: number

  @field.string({ max: 12, unique: true })
  declare username: string

  @field.string({ max: 30 })
  declare firstName: string

  @field.email({ unique: true })
  declare email: string

  @field.foreignKey(() => Author, { nullable: true })
  declare mentorId: number | null

  @belongsTo(() => Author, { foreignKey: 'mentorId' })
  declare mentor: BelongsTo<typeof Author>

  @hasMany(() => Post)
  declare posts: HasMany<typeof Post>
}

class Tag extends Model {
  static table = 'factory_tags'

  @field.string({ primary: true, max: 3 })
  declare code: string

  @field.string()
  declare name: string
}

class Post extends compose(Model, Sluggable) {
  static table = 'factory_posts'

  @field.id()
  declare id: number

  @field.foreignKey(() => Author)
  declare authorId: number

  @field.string({ max: 200 })
  declare title: string

  @field.slug({ from: 'title', unique: true })
  declare slug: string

  @field.timestamp({ nullable: true })
  declare publishedAt: DateTime | null

  @belongsTo(() => Author)
  declare author: BelongsTo<typeof Author>

  @manyToMany(() => Tag, {
    pivotTable: 'factory_post_tags',
    pivotForeignKey: 'post_id',
    pivotRelatedForeignKey: 'tag_code',
    relatedKey: 'code',
  })
  declare tags: ManyToMany<typeof Tag>
}

/** One field of every kind, with the options that make it hard */
class Sink extends Model {
  static table = 'factory_sinks'
  static indexes = [index<Sink>(['word', 'yes'], { unique: true })]

  @field.id({ bits: 16 })
  declare id: number

  @field.string()
  declare line: string

  @field.string({ min: 30, max: 31 })
  declare narrow: string

  @field.string({ length: 7 })
  declare exact: string

  @field.string({ format: 'char', length: 2 })
  declare char: string

  @field.string({ max: Infinity, min: 600 })
  declare endless: string

  @field.string({ choices: ['one', { value: 'two', label: 'Two' }] })
  declare choice: string

  @field.string({ max: 3, unique: true })
  declare short: string

  @field.string({ unique: true })
  declare word: string

  @field.string({ hidden: true, nullable: true })
  declare password: string | null

  @field.string({ default: 'as it is' })
  declare usual: string

  @field.text()
  declare body: string

  @field.text({ max: 10, format: 'html' })
  declare html: string

  @field.slug()
  declare slug: string

  @field.slug({ max: 10, unique: true })
  declare shortSlug: string

  @field.email({ max: 13, unique: true })
  declare shortEmail: string

  @field.email({ nullable: true })
  declare email: string | null

  @field.url({ max: 30, unique: true })
  declare website: string

  @field.integer()
  declare quantity: number

  @field.integer({ bits: 16, min: -32_768, max: -32_760 })
  declare low: number

  @field.integer({ min: 2_000_000_000 })
  declare high: number

  @field.integer({ max: -5, choices: [-6, -7] })
  declare negative: number

  @field.integer({ unique: true })
  declare number: number

  @field.bigint({ min: 9_007_199_254_740_993n })
  declare huge: bigint

  @field.bigint({ unique: true })
  declare serial: bigint

  @field.decimal({ precision: 12, scale: 2, min: '0.01', check: 'price > 0' })
  declare price: Decimal

  @field.decimal({ precision: 3, scale: 3, min: '0.9985' })
  declare fraction: Decimal

  @field.decimal({ precision: 60, scale: 30, unique: true })
  declare long: Decimal

  @field.decimal({ precision: 4, scale: 0, max: '-10.5' })
  declare debt: Decimal

  @field.decimal()
  declare free: Decimal

  @field.float({ min: -1, max: 1 })
  declare ratio: number

  @field.float({ bits: 32 })
  declare single: number

  @field.boolean()
  declare yes: boolean

  @field.date()
  declare day: DateTime

  @field.timestamp()
  declare moment: DateTime

  @field.timestamp({ precision: 0 })
  declare second: DateTime

  @field.timestamp({ zone: false, nullable: true })
  declare wall: DateTime | null

  @field.timestamp({ unique: true })
  declare onlyThen: DateTime

  @field.time()
  declare opens: string

  @field.time({ zone: true, precision: 0 })
  declare closes: string

  @field.duration()
  declare lasts: Duration

  @field.enum(['a', "it's"], { nullable: true })
  declare mood: 'a' | "it's" | null

  @field.enum(['low', 'high'], { type: 'factory_level' })
  declare level: 'low' | 'high'

  @field.json()
  declare settings: object

  @field.json({ nullable: true, schema: vine.object({ a: vine.number() }) })
  declare extra: { a: number } | null

  @field.uuid()
  declare token: string

  @field.uuid({ auto: false })
  declare other: string

  @field.array('string', { max: 5 })
  declare words: string[]

  @field.array('decimal', { precision: 5, scale: 1 })
  declare decimals: Decimal[]

  @field.array('date')
  declare days: DateTime[]

  @field.binary()
  declare bytes: Buffer

  @field.file({ extensions: ['csv'] })
  declare sheet: string

  @field.image({ nullable: true })
  declare portrait: string | null

  @field.inet()
  declare address: string

  @field.inet({ type: 'cidr' })
  declare network: string

  @field.generated({ type: 'text', as: 'lower(line)' })
  declare lower: string

  @field.custom('tsvector', { default: expression(`''::tsvector`), read: false })
  declare search: undefined
}

class Place extends Model {
  static table = 'factory_places'

  @field.foreignKey(() => Author, { primary: true })
  declare ownerId: number

  @field.integer({ primary: true })
  declare number: number
}

class Visit extends Model {
  static table = 'factory_visits'
  static constraints = [
    constraint.foreignKey<Visit, typeof Place>(['hostId', 'place'], () => Place, [
      'ownerId',
      'number',
    ]),
  ]

  @field.id()
  declare id: number

  @field.foreignKey(() => Author)
  declare hostId: number

  @field.integer()
  declare place: number
}

class Hen extends Model {
  static table = 'factory_hens'

  @field.id()
  declare id: number

  @field.foreignKey(() => Egg)
  declare eggId: number
}

class Egg extends Model {
  static table = 'factory_eggs'

  @field.id()
  declare id: number

  @field.foreignKey(() => Hen)
  declare henId: number
}

class Odd extends Model {
  static table = 'factory_odds'

  @field.id()
  declare id: number

  @field.custom('point')
  declare position: string

  @field.json({ schema: vine.object({ a: vine.number() }) })
  declare data: { a: number }
}

const AuthorFactory = factoryFor(Author).build()

test.group('Factories', (group) => {
  group.setup(() => ownDatabase(Author, Tag, Post, Sink, Place, Visit, Hen, Egg, Odd))

  test('make rows of all kinds of fields that the database takes and gives back', async ({
    assert,
  }) => {
    const sinks = await factoryFor(Sink).build().apply('full').createMany(200)
    const read = new Map((await Sink.all()).map((sink) => [sink.id, sink]))

    for (const sink of sinks) {
      const again = read.get(sink.id)!
      const { lower, ...given } = sink.$attributes
      assert.deepEqual(again.merge(given).$dirty, {})
    }
  }).timeout(30_000)

  test('make what the rules of the model let pass', async ({ assert }) => {
    const sinks = await factoryFor(Sink).build().apply('full').makeMany(200)
    const validator = vine.create(Sink.schema('create'))

    for (const { $attributes } of sinks) {
      const valid: Record<string, unknown> = await validator.validate($attributes)
      const leftOut = Object.keys($attributes).filter((name) => !(name in valid))

      /* Files come on a way of their own. */
      assert.sameMembers(leftOut, ['sheet', 'portrait'])
    }
  }).timeout(30_000)

  test('stay within limits and lengths', async ({ assert }) => {
    const sinks = await factoryFor(Sink).build().apply('full').makeMany(200)

    for (const sink of sinks) {
      assert.isTrue(sink.narrow.length === 30 || sink.narrow.length === 31)
      assert.lengthOf(sink.exact, 7)
      assert.isAtMost(sink.html.length, 10)
      assert.isAtMost(sink.shortEmail.length, 13)
      assert.isTrue(sink.low >= -32_768 && sink.low <= -32_760)
      assert.isTrue(sink.huge >= 9_007_199_254_740_993n)
      assert.equal(sink.fraction.toFixed(), '0.999')
      assert.isTrue(sink.debt.lte('-10.5'))
      assert.equal(sink.second.millisecond, 0)
      assert.isUndefined(sink.usual)
    }
  })

  test('never repeat a unique value in ten thousand', async ({ assert }) => {
    const authors = await AuthorFactory.makeMany(10_000)
    const tags = await factoryFor(Tag).build().makeMany(10_000)

    assert.equal(new Set(authors.map(({ email }) => email)).size, 10_000)
    assert.equal(new Set(authors.map(({ username }) => username)).size, 10_000)
    assert.equal(new Set(tags.map(({ code }) => code)).size, 10_000)
  }).timeout(30_000)

  test('say when there is no other unique value', async ({ assert }) => {
    class Switch extends Model {
      @field.id()
      declare id: number

      @field.string({ length: 1, unique: true })
      declare position: string
    }

    await assert.rejects(
      () => factoryFor(Switch).build().makeMany(40),
      'Switch.position is unique, and the factory finds no other value for it after 36. Give it one with "merge"'
    )
  })

  test('fill fields by their names', async ({ assert }) => {
    const author = await AuthorFactory.make()
    const sink = await factoryFor(Sink).build().make()

    assert.match(author.username, /^\S{9,12}$/)
    assert.match(author.firstName, /^\p{Lu}/u)
    assert.match(author.email, /^[a-z0-9-]+@example\.com$/)
    assert.match(sink.website, /^https:\/\/example\.com\//)
    assert.isTrue(sink.quantity >= 1 && sink.quantity <= 50)
  })

  test('make the same rows again from the same seed', async ({ assert }) => {
    const made = async () => {
      faker.seed(42)
      const { username, email, firstName } = await factoryFor(Author).build().make()
      return { username, email, firstName }
    }

    assert.deepEqual(await made(), await made())
  })

  test('make the rows that a row has to point to, and no others', async ({ assert }) => {
    const PostFactory = factoryFor(Post).build()
    const post = await PostFactory.create()

    assert.equal(post.author.id, post.authorId)
    assert.isNull(post.publishedAt)
    assert.isNull(post.author.mentorId)
    assert.isNull(post.author.deletedAt)
    assert.match(post.slug, /^[a-z0-9-]+$/)

    const own = await PostFactory.merge({ authorId: post.authorId }).create()
    assert.equal(own.authorId, post.authorId)
    assert.lengthOf(await Author.all(), 1)
  }).setup(() => Author.query().delete() as any)

  test('make related rows with their own factories, and relations where they are asked for', async ({
    assert,
  }) => {
    factoryFor(Author, () => ({ firstName: 'Ada' }))
    const PostFactory = factoryFor(Post).build()

    const post = await PostFactory.with('tags', 2).create()
    const author = await AuthorFactory.with('posts', 3, (posts) => posts.merge({ title: 'On x' }))
      .with('mentor')
      .create()

    assert.equal(post.author.firstName, 'Ada')
    assert.lengthOf(post.tags, 2)
    assert.deepEqual(
      author.posts.map(({ title }) => title),
      ['On x', 'On x', 'On x']
    )
    assert.equal(author.mentorId, author.mentor.id)
    assert.isNull(author.mentor.mentorId)
  })

  test('take states, and values of their own', async ({ assert }) => {
    const PostFactory = factoryFor(Post, ({ faker: { number } }) => ({ title: `${number.int()}` }))
      .state('titled', (post) => (post.title = 'Titled'))
      .build()

    const [plain, titled] = [await PostFactory.make(), await PostFactory.apply('titled').create()]
    assert.match(plain.title, /^\d+$/)
    assert.equal(titled.title, 'Titled')
    assert.equal(titled.slug, 'titled')
  })

  test('fill what may be empty when that is asked for, but delete nothing', async ({ assert }) => {
    const post = await factoryFor(Post).build().apply('full').create()
    const author = await factoryFor(Author).build().apply('full').create()
    const own = await factoryFor(Sink).build().apply('full').merge({ email: 'a@b.example' }).make()

    assert.isTrue(post.publishedAt?.isValid)
    assert.isNull(author.deletedAt)
    assert.isNull(author.mentorId)
    assert.equal(own.email, 'a@b.example')
  })

  test('never repeat what an index in SQL keeps unique', async ({ assert }) => {
    class Name extends Model {
      static indexes = [index<Name>([expression('lower("name")')], { unique: true })]

      @field.id()
      declare id: number

      @field.string({ max: 2 })
      declare name: string
    }

    const names = await factoryFor(Name).build().makeMany(500)
    assert.equal(new Set(names.map(({ name }) => name.toLowerCase())).size, 500)
  })

  test('make stubs without the database', async ({ assert }) => {
    const post = await factoryFor(Post).build().makeStubbed()

    assert.equal(post.authorId, post.author.id)
    assert.isFalse(post.author.$isPersisted)
  })

  test('make one row for two keys that have to agree', async ({ assert }) => {
    const visit = await factoryFor(Visit).build().create()
    const place = await Place.query().where({ ownerId: visit.hostId, number: visit.place }).first()
    assert.isNotNull(place)

    const { id: hostId } = await AuthorFactory.create()
    const own = await factoryFor(Visit).build().merge({ hostId }).create()
    assert.equal(own.hostId, hostId)
  })

  test('end when rows need each other, and go on from one that is there', async ({ assert }) => {
    const HenFactory = factoryFor(Hen).build()
    await assert.rejects(() => HenFactory.create(), /Egg\.henId .* Hen -> Egg -> Hen/)
    await assert.rejects(() => HenFactory.makeStubbed(), /Hen -> Egg -> Hen/)

    const client = db.connection(Hen.connection)
    await client.rawQuery('alter table factory_hens alter column egg_id drop not null')
    await client.rawQuery('insert into factory_hens default values')
    assert.isNumber((await HenFactory.create()).eggId)
  })

  test('say what they cannot make up', async ({ assert }) => {
    const position = '(1,2)'

    await assert.rejects(() => factoryFor(Odd).build().create(), /what Odd\.position holds/)
    await assert.rejects(
      () => factoryFor(Odd).build().merge({ position }).create(),
      /what Odd\.data holds/
    )
    const OddFactory = factoryFor(Odd, () => ({ data: { a: 1 } })).build()
    assert.isNumber((await OddFactory.merge({ position }).create()).id)
  })
})
