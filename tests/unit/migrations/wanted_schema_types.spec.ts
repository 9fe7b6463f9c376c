import { test } from '@japa/runner'
import { Decimal, expression, field } from '#atrium/model/main'

import { wantedFor } from './wanted_for.ts'
import { modelOf } from '../../migrations/model_of.ts'

test.group('Columns that models want', (group) => {
  const wanted = wantedFor(group)

  test('have a type for fields of every kind', async ({ assert }) => {
    const Parent = modelOf('parents', { id: field.id({ bits: 32 }) })
    const Every = modelOf('everything', {
      id: field.id(),
      string: field.string(),
      short: field.string({ max: 10 }),
      fixed: field.string({ format: 'char', length: 2 }),
      unlimited: field.string({ max: Infinity }),
      text: field.text({ max: 10 }),
      slug: field.slug(),
      email: field.email(),
      url: field.url(),
      integer: field.integer(),
      small: field.integer({ bits: 16 }),
      bigint: field.bigint(),
      decimal: field.decimal(),
      price: field.decimal({ precision: 12, scale: 2 }),
      whole: field.decimal({ precision: 5 }),
      float: field.float(),
      real: field.float({ bits: 32 }),
      boolean: field.boolean(),
      date: field.date(),
      timestamp: field.timestamp(),
      wallTime: field.timestamp({ zone: false, precision: 3 }),
      time: field.time(),
      zonedTime: field.time({ zone: true, precision: 0 }),
      duration: field.duration(),
      enum: field.enum(['a', 'b']),
      shortEnum: field.enum(['a', 'b'], { max: 5 }),
      native: field.enum(['a', 'b'], { type: 'Letter' }),
      json: field.json(),
      plainJson: field.json({ binary: false }),
      uuid: field.uuid(),
      words: field.array('string', { max: 20 }),
      prices: field.array('decimal', { precision: 8, scale: 2 }),
      moments: field.array('timestamp'),
      binary: field.binary(),
      file: field.file(),
      image: field.image(),
      inet: field.inet(),
      cidr: field.inet({ type: 'cidr' }),
      generated: field.generated({ type: 'tsvector', as: `to_tsvector('english', text)` }),
      custom: field.custom('point'),
      parentId: field.foreignKey(() => Parent),
    })
    const { schema } = await wanted(Every, Parent)
    const types = Object.values(schema.tables.everything.columns).map(({ name, type }) => [
      name,
      type,
    ])

    assert.deepEqual(Object.fromEntries(types), {
      id: 'bigint',
      string: 'character varying(255)',
      short: 'character varying(10)',
      fixed: 'character(2)',
      unlimited: 'character varying',
      text: 'text',
      slug: 'character varying(255)',
      email: 'character varying(254)',
      url: 'character varying(2048)',
      integer: 'integer',
      small: 'smallint',
      bigint: 'bigint',
      decimal: 'numeric',
      price: 'numeric(12,2)',
      whole: 'numeric(5,0)',
      float: 'double precision',
      real: 'real',
      boolean: 'boolean',
      date: 'date',
      timestamp: 'timestamp with time zone',
      wall_time: 'timestamp(3) without time zone',
      time: 'time without time zone',
      zoned_time: 'time(0) with time zone',
      duration: 'interval',
      enum: 'text',
      short_enum: 'character varying(5)',
      native: '"Letter"',
      json: 'jsonb',
      plain_json: 'json',
      uuid: 'uuid',
      words: 'character varying(20)[]',
      prices: 'numeric(8,2)[]',
      moments: 'timestamp with time zone[]',
      binary: 'bytea',
      file: 'text',
      image: 'text',
      inet: 'inet',
      cidr: 'cidr',
      generated: 'tsvector',
      custom: 'point',
      parent_id: 'integer',
    })
  })

  test('are counted as the model says', async ({ assert }) => {
    const { schema } = await wanted(
      modelOf('a', { id: field.id() }),
      modelOf('b', { id: field.id({ generated: 'always' }) }),
      modelOf('c', { id: field.id({ generated: 'serial', bits: 32 }) }),
      modelOf('d', {
        id: field.uuid({ primary: true }),
        number: field.integer({ generated: 'serial' }),
      })
    )
    const columns = Object.values(schema.tables).flatMap((table) => Object.values(table.columns))

    assert.deepEqual(
      columns.map(({ type, identity, serial }) => [type, identity, serial]),
      [
        ['bigint', 'by default', false],
        ['bigint', 'always', false],
        ['integer', null, true],
        ['uuid', null, false],
        ['integer', null, true],
      ]
    )
  })

  test('have defaults, which read as the model says them', async ({ assert }) => {
    const { schema } = await wanted(
      modelOf('t', {
        id: field.id(),
        text: field.string({ default: `it's` }),
        count: field.integer({ default: 3 }),
        large: field.bigint({ default: 9_007_199_254_740_993n }),
        price: field.decimal({ default: new Decimal('0.10') }),
        open: field.boolean({ default: true }),
        settings: field.json({ default: { name: `it's` } }),
        list: field.json({ default: [] }),
        tags: field.array('string', { default: ['a', 'b"c'] }),
        numbers: field.array('integer', { default: [] }),
        status: field.enum(['new', 'old'], { default: 'new' }),
        at: field.timestamp({ autoCreate: true }),
        on: field.date({ autoCreate: true }),
        later: field.timestamp({ default: expression(`now() + interval '1 day'`) }),
      })
    )
    const defaults = Object.values(schema.tables.t.columns).map(
      ({ name, default: standard, source }) => [name, source?.default ?? standard]
    )

    assert.deepEqual(Object.fromEntries(defaults), {
      id: null,
      text: `'it''s'`,
      count: '3',
      large: `9007199254740993`,
      price: '0.1',
      open: 'true',
      settings: `'{"name":"it''s"}'`,
      list: `'[]'`,
      tags: `'{"a","b\\"c"}'`,
      numbers: `'{}'`,
      status: `'new'`,
      at: 'CURRENT_TIMESTAMP',
      on: 'CURRENT_DATE',
      later: `now() + interval '1 day'`,
    })
    assert.equal(schema.tables.t.columns.text.default, `'it''s'::character varying`)
  })

  test('may be empty only where the model says so', async ({ assert }) => {
    const { schema } = await wanted(
      modelOf('t', { id: field.id(), a: field.text(), b: field.text({ nullable: true }) })
    )
    assert.containSubset(schema.tables.t.columns, {
      id: { nullable: false },
      a: { nullable: false },
      b: { nullable: true },
    })
  })

  test('have names, comments and collations of their own', async ({ assert }) => {
    const { schema } = await wanted(
      modelOf(
        't',
        {
          id: field.id(),
          title: field.string({ columnName: 'Der Titel', comment: `It's short`, collation: 'C' }),
          order: field.integer(),
        },
        { comment: 'Things', storage: { fillfactor: 50 } }
      )
    )
    const { columns, comment, storage } = schema.tables.t

    assert.equal(comment, 'Things')
    assert.deepEqual(storage, { fillfactor: '50' })
    assert.containSubset(columns, {
      'Der Titel': { comment: `It's short`, collation: 'C' },
      'order': { type: 'integer' },
    })
  })
})
