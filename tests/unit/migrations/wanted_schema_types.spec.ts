import { test } from '@japa/runner'
import { Decimal, expression, field } from '#atrium/model/main'

import { wantedFor } from './wanted_for.ts'
import { everyKind } from './every_kind.ts'
import { modelOf } from '../../migrations/model_of.ts'

test.group('Columns that models want', (group) => {
  const wanted = wantedFor(group)

  test('have a type for fields of every kind', async ({ assert }) => {
    const [Every, ...others] = everyKind()
    const { schema } = await wanted(Every, ...others)
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
