import { constraint, expression, field, index } from '#atrium/model/main'

import { modelOf } from '../model_of.ts'
import type { Case } from '../case.ts'

const id = field.id()
const rows = [`insert into people (name, email) values ('Ada', 'ada@x'), ('Bob', 'bob@x')`]
const definition = (name: string): string =>
  `select indexdef from pg_indexes where indexname = '${name}'`

const people = (options: { name?: object; email?: object } = {}, statics = {}) =>
  modelOf(
    'people',
    {
      id,
      name: field.string({ max: 50, ...options.name }),
      email: field.string({ max: 50, ...options.email }),
    },
    statics
  )
const indexed =
  (parts: any[], options: object = {}) =>
  () => [people({}, { indexes: [index<any>(parts, { name: 'people_lookup', ...options })] })]
const plain = () => [people()]
const unique =
  (columns: any[], options: object = {}) =>
  () => [people({}, { constraints: [constraint.unique<any>(columns, options)] })]

export const indexes: Case[] = [
  {
    name: '41 an index comes without locking the table',
    before: plain,
    after: () => [people({ name: { index: true } })],
    rows,
    up: [
      [
        definition('people_name_index'),
        'CREATE INDEX people_name_index ON public.people USING btree (name)',
      ],
    ],
    down: [[definition('people_name_index'), null]],
    sql: [/create index concurrently/i],
    without: ['planners.addIndex'],
  },
  {
    name: '41 an index on an expression, for some rows, covering another column',
    before: plain,
    after: indexed([expression('lower(name)')], { where: `email <> ''`, include: ['email'] }),
    rows,
    up: [
      [
        `${definition('people_lookup')} and indexdef like '%lower%INCLUDE%WHERE%'`.replace(
          'select indexdef',
          'select count(*)'
        ),
        '1',
      ],
    ],
    sql: [/create index concurrently/i],
    without: ['planners.addIndex'],
  },
  {
    name: '41 indexes of other methods',
    before: () => [modelOf('docs', { id, data: field.json(), at: field.timestamp() })],
    after: () => [
      modelOf(
        'docs',
        { id, data: field.json(), at: field.timestamp() },
        {
          indexes: [
            index<any>(['data'] as any[], { method: 'gin' }),
            index<any>(['at'] as any[], { method: 'brin' }),
          ],
        }
      ),
    ],
    rows: [`insert into docs (data, at) values ('{}', now())`],
    up: [
      [
        `select count(*) from pg_indexes where tablename = 'docs' and (indexdef like '%gin%' or indexdef like '%brin%')`,
        '2',
      ],
    ],
    without: ['planners.addIndex'],
  },
  {
    name: '42 an index goes',
    before: indexed(['name']),
    after: plain,
    rows,
    up: [[definition('people_lookup'), null]],
    sql: [/drop index concurrently/i],
    without: ['planners.dropIndex'],
  },
  {
    name: '42 the columns of an index change, and the new one is there before the old one goes',
    before: indexed(['name']),
    after: indexed(['email desc', 'name']),
    rows,
    up: [
      [
        definition('people_lookup'),
        'CREATE INDEX people_lookup ON public.people USING btree (email DESC, name)',
      ],
    ],
    down: [
      [
        definition('people_lookup'),
        'CREATE INDEX people_lookup ON public.people USING btree (name)',
      ],
    ],
    sql: [/create index concurrently/i],
    without: ['planners.replaceIndex'],
  },
  {
    name: '42 the condition of an index changes',
    before: indexed(['name'], { where: `email <> ''` }),
    after: indexed(['name'], { where: `email <> 'x'` }),
    rows,
    up: [
      [
        `select count(*) from pg_indexes where indexname = 'people_lookup' and indexdef like '%''x''%'`,
        '1',
      ],
    ],
    without: ['planners.replaceIndex'],
  },
  {
    name: '43 an index gets another name',
    before: indexed(['name'], { name: 'people_a' }),
    after: indexed(['name'], { name: 'people_b' }),
    rows,
    up: [
      [
        `select string_agg(indexname, ',' order by indexname) from pg_indexes where tablename = 'people'`,
        'people_b,people_pkey',
      ],
    ],
    down: [
      [
        `select string_agg(indexname, ',' order by indexname) from pg_indexes where tablename = 'people'`,
        'people_a,people_pkey',
      ],
    ],
    never: [/(create|drop) index/i],
    without: ['planners.renameIndex'],
  },
  {
    name: '44 a column becomes unique without locking the table',
    before: plain,
    after: () => [people({ email: { unique: true } })],
    rows,
    up: [[`select contype from pg_constraint where conname = 'people_email_unique'`, 'u']],
    down: [[`select contype from pg_constraint where conname = 'people_email_unique'`, null]],
    sql: [/create unique index concurrently/i, /using index/i],
    without: ['planners.addConstraint'],
  },
  {
    name: '44 a column becomes unique while rows share a value: they are listed, nothing is changed',
    before: plain,
    after: () => [people({ name: { unique: true } })],
    rows: [...rows, `insert into people (name, email) values ('Ada', 'other@x')`],
    asks: ['violations:people_name_unique'],
    answers: { 'violations:people_name_unique': 'stop' },
    stops: /name/,
    without: ['deciders.addConstraint'],
  },
  {
    name: '44 a unique index on an expression meets rows that differ in case only',
    before: plain,
    after: indexed([expression('lower(name)')], { unique: true }),
    rows: [...rows, `insert into people (name, email) values ('ADA', 'other@x')`],
    asks: ['violations:people_lookup'],
    answers: { 'violations:people_lookup': 'stop' },
    stops: /people_lookup|name/,
    without: ['deciders.addIndex'],
  },
  {
    name: '44 two columns are unique together, and a partial index is unique',
    before: plain,
    after: () => [
      people(
        {},
        {
          constraints: [constraint.unique<any>(['name', 'email'])],
          indexes: [
            index<any>(['name'], { unique: true, where: `email = 'ada@x'`, name: 'people_lookup' }),
          ],
        }
      ),
    ],
    rows,
    up: [
      [`select contype from pg_constraint where conname = 'people_name_email_unique'`, 'u'],
      [`select indisunique from pg_index where indexrelid = 'people_lookup'::regclass`, 'true'],
    ],
    without: ['planners.addConstraint', 'planners.addIndex'],
  },
  {
    name: '45 a unique rule becomes deferrable',
    before: unique(['email'], { name: 'people_rule' }),
    after: unique(['email'], { name: 'people_rule', deferrable: 'deferred' }),
    rows,
    up: [[`select condeferred from pg_constraint where conname = 'people_rule'`, 'true']],
    down: [[`select condeferrable from pg_constraint where conname = 'people_rule'`, 'false']],
    without: ['planners.replaceConstraint'],
  },
  {
    name: '45 empty values count as the same from now on',
    before: () => [
      people({ email: { nullable: true } }, { constraints: [constraint.unique<any>(['email'])] }),
    ],
    after: () => [
      people(
        { email: { nullable: true } },
        { constraints: [constraint.unique<any>(['email'], { nullsNotDistinct: true })] }
      ),
    ],
    rows,
    up: [
      [
        `select indnullsnotdistinct from pg_index where indexrelid = 'people_email_unique'::regclass`,
        'true',
      ],
    ],
    down: [
      [
        `select indnullsnotdistinct from pg_index where indexrelid = 'people_email_unique'::regclass`,
        'false',
      ],
    ],
    without: ['planners.replaceConstraint'],
  },
]
