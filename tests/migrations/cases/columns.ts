import { expression, field } from '#atrium/model/main'

import { modelOf } from '../model_of.ts'
import type { Case } from '../case.ts'

const id = field.id()
const title = field.string({ max: 50 })

const articles = (fields: Parameters<typeof modelOf>[1] = {}, statics = {}) =>
  modelOf('articles', { id, title, ...fields }, statics)
const before = () => [articles()]
const rows = [`insert into articles (title) values ('a'), ('b')`]

export const columns: Case[] = [
  {
    name: '8 a column that may be empty is added',
    before,
    after: () => [articles({ subtitle: field.string({ nullable: true }) })],
    rows,
    up: [[`select count(*) from articles where subtitle is null`, '2']],
    without: ['planners.addColumn'],
  },
  {
    name: '9 a column with a constant default is added in one step',
    before,
    after: () => [articles({ status: field.string({ max: 20, default: 'draft' }) })],
    rows,
    up: [
      [`select string_agg(status, ',') from articles`, 'draft,draft'],
      [`insert into articles (title) values ('c') returning status`, 'draft'],
    ],
    without: ['planners.addColumn'],
  },
  {
    name: '10 a column that must not be empty asks what older rows hold',
    before,
    after: () => [articles({ status: field.string({ max: 20 }) })],
    rows,
    asks: ['fill:articles.status'],
    answers: { 'fill:articles.status': `'old'` },
    up: [
      [`select string_agg(status, ',') from articles`, 'old,old'],
      [
        `select attnotnull from pg_attribute where attrelid = 'articles'::regclass and attname = 'status'`,
        'true',
      ],
    ],
    without: ['deciders.addColumn'],
  },
  {
    name: '10 what older rows hold may be computed from the row',
    before,
    after: () => [articles({ slug: field.string({ max: 80 }) })],
    rows,
    asks: ['fill:articles.slug'],
    answers: { 'fill:articles.slug': `lower(title) || '-' || id` },
    up: [[`select string_agg(slug, ',' order by id) from articles`, 'a-1,b-2']],
    without: ['deciders.addColumn'],
  },
  {
    name: '11 a column with a volatile default is filled row by row',
    before,
    after: () => [articles({ token: field.uuid({ default: expression('gen_random_uuid()') }) })],
    rows,
    up: [
      [`select count(distinct token) from articles`, '2'],
      [`select count(*) from articles where token is null`, '0'],
    ],
    without: ['planners.addColumn'],
  },
  {
    name: '11 a column for the moment of creation is added',
    before,
    after: () => [articles({ createdAt: field.timestamp({ autoCreate: true }) })],
    rows,
    up: [[`select count(*) from articles where created_at > now() - interval '1 hour'`, '2']],
    without: ['planners.addColumn'],
  },
  {
    name: '12 a unique column made in code gets a value for each older row',
    before,
    after: () => [articles({ publicId: field.uuid({ unique: true }) })],
    rows,
    up: [[`select count(distinct public_id) from articles`, '2']],
    without: ['planners.addConstraint'],
  },
  {
    name: '12 a unique column is not filled with one value for all rows',
    before,
    after: () => [articles({ code: field.string({ max: 20, unique: true }) })],
    rows,
    asks: ['fill:articles.code'],
    answers: { 'fill:articles.code': `'x'` },
    refused: /unique/i,
    without: ['deciders.addColumn'],
  },
  {
    name: '13 a column that could be empty goes, once that is accepted',
    before: () => [articles({ subtitle: field.string({ nullable: true }) })],
    after: before,
    rows: [`insert into articles (title, subtitle) values ('a', 'x'), ('b', null)`],
    loses: [/articles\.subtitle/],
    up: [[`select count(*) from information_schema.columns where table_name = 'articles'`, '2']],
    down: [[`select count(*) from articles where subtitle is null`, '2']],
    notes: [/deploy/i],
    without: ['planners.dropColumn'],
  },
  {
    name: '14 a column that was never empty goes, and going back works with rows in the table',
    before: () => [articles({ status: field.string({ max: 20 }) })],
    after: before,
    rows: [`insert into articles (title, status) values ('a', 'x'), ('b', 'y')`],
    loses: [/articles\.status/],
    down: [[`select count(*) from articles where status is null`, '2']],
    without: ['planners.dropColumn'],
  },
  {
    name: '13 nothing is lost where the column is empty in every row',
    before: () => [articles({ subtitle: field.string({ nullable: true }) })],
    after: before,
    rows,
    up: [[`select count(*) from information_schema.columns where table_name = 'articles'`, '2']],
    without: ['planners.dropColumn'],
  },
  {
    name: '31 a default that only code knows makes no migration',
    before: () => [articles({ publicId: field.uuid({ auto: false }) })],
    after: () => [articles({ publicId: field.uuid() })],
    unchanged: true,
    without: [],
  },
  {
    name: '32 a default of the database changes',
    before: () => [articles({ status: field.string({ max: 20, default: 'draft' }) })],
    after: () => [articles({ status: field.string({ max: 20, default: 'new' }) })],
    rows,
    up: [[`insert into articles (title) values ('c') returning status`, 'new']],
    down: [
      [`select string_agg(status, ',' order by id) from articles`, 'draft,draft,new'],
      [`insert into articles (title) values ('d') returning status`, 'draft'],
    ],
    without: ['planners.changeDefault'],
  },
  {
    name: '32 a default of the database comes and another goes',
    before: () => [
      articles({ a: field.integer({ default: 1 }), b: field.integer({ nullable: true }) }),
    ],
    after: () => [
      articles({
        a: field.integer(),
        b: field.integer({ nullable: true, default: expression('1 + 1') }),
      }),
    ],
    rows,
    up: [[`insert into articles (title, a) values ('c', 5) returning b`, '2']],
    down: [[`insert into articles (title) values ('d') returning a`, '1']],
    without: ['planners.changeDefault'],
  },
  {
    name: '33 labels, help and rules of the validator make no migration',
    before: () => [articles({ body: field.text(), age: field.integer() })],
    after: () => [
      articles({
        body: field.text({ label: 'Text', help: 'What you want to say', min: 3, max: 1000 }),
        age: field.integer({ min: 0, max: 150 }),
      }),
    ],
    unchanged: true,
    without: [],
  },
  {
    name: '34 a column that was empty in some rows must not be empty any more',
    before: () => [articles({ status: field.string({ max: 20, nullable: true }) })],
    after: () => [articles({ status: field.string({ max: 20 }) })],
    rows: [`insert into articles (title, status) values ('a', null), ('b', 'x')`],
    asks: ['fill:articles.status'],
    answers: { 'fill:articles.status': `'none'` },
    up: [[`select string_agg(status, ',' order by id) from articles`, 'none,x']],
    down: [[`insert into articles (title) values ('c') returning status`, null]],
    sql: [/not valid/i, /validate constraint/i],
    without: ['planners.changeNull'],
  },
  {
    name: '34 a column is said never to be empty, and the migration stops where it is',
    before: () => [articles({ status: field.string({ max: 20, nullable: true }) })],
    after: () => [articles({ status: field.string({ max: 20 }) })],
    rows: [`insert into articles (title, status) values ('a', null), ('b', 'x')`],
    asks: ['fill:articles.status'],
    answers: { 'fill:articles.status': 'none' },
    stops: /status/,
    without: ['deciders.changeNull'],
  },
  {
    name: '35 a column may be empty from now on, and going back works with empty ones',
    before: () => [articles({ status: field.string({ max: 20 }) })],
    after: () => [articles({ status: field.string({ max: 20, nullable: true }) })],
    rows: [`insert into articles (title, status) values ('a', 'x')`],
    up: [[`insert into articles (title) values ('c') returning status`, null]],
    without: ['planners.changeNull'],
  },
  {
    name: '53 a generated column comes',
    before,
    after: () => [
      articles({ size: field.generated({ type: 'integer', as: 'length(title)', nullable: true }) }),
    ],
    rows,
    up: [[`select sum(size) from articles`, '2']],
    without: ['planners.addColumn'],
  },
  {
    name: '53 the expression of a generated column changes',
    before: () => [
      articles({
        size: field.generated({
          type: 'integer',
          as: 'length(title)',
          nullable: true,
          index: true,
        }),
      }),
    ],
    after: () => [
      articles({
        size: field.generated({
          type: 'integer',
          as: 'length(title) * 10',
          nullable: true,
          index: true,
        }),
      }),
    ],
    rows,
    up: [[`select sum(size) from articles`, '20']],
    down: [[`select sum(size) from articles`, '2']],
    without: ['planners.changeGenerated'],
  },
  {
    name: '53 a column that a generated one reads gets another type',
    before: () => [
      articles({ size: field.generated({ type: 'integer', as: 'length(title)', nullable: true }) }),
    ],
    after: () => [
      modelOf('articles', {
        id,
        title: field.text(),
        size: field.generated({ type: 'integer', as: 'length(title)', nullable: true }),
      }),
    ],
    rows,
    up: [[`select sum(size) from articles`, '2']],
    down: [[`select sum(size) from articles`, '2']],
    without: ['planners.changeType'],
  },
  {
    name: '53 a collation changes',
    before,
    after: () => [modelOf('articles', { id, title: field.string({ max: 50, collation: 'C' }) })],
    rows,
    up: [
      [
        `select collname from pg_attribute join pg_collation c on c.oid = attcollation where attrelid = 'articles'::regclass and attname = 'title'`,
        'C',
      ],
    ],
    without: ['planners.changeType'],
  },
  {
    name: '53 a counted key becomes another kind of counted key and goes on counting',
    before: () => [modelOf('articles', { id: field.id({ generated: 'serial' }), title })],
    after: () => [modelOf('articles', { id: field.id(), title })],
    rows,
    up: [[`insert into articles (title) values ('c') returning id`, '3']],
    down: [[`insert into articles (title) values ('d') returning id`, '4']],
    without: ['planners.changeCounting'],
  },
  {
    name: '54 reserved words, upper case and unicode are names like others',
    before: () => [
      modelOf('order', {
        id,
        user: field.string({ max: 9 }),
        Größe: field.integer({ columnName: 'Größe' }),
      }),
    ],
    after: () => [
      modelOf('order', {
        id,
        user: field.string({ max: 20, index: true }),
        Größe: field.bigint({ columnName: 'Größe' }),
        select: field.boolean({ default: false }),
      }),
    ],
    rows: [`insert into "order" ("user", "Größe") values ('x', 5)`],
    up: [[`select "user" || "Größe" || "select" from "order"`, 'x5false']],
    down: [[`select "user" || "Größe" from "order"`, 'x5']],
    without: ['planners.changeType'],
  },
  {
    name: '54 names that are too long get short ones that stay the same',
    before: () => [
      modelOf('a_table_whose_name_is_nearly_as_long_as_postgresql_allows', {
        id,
        aColumnWithALongNameToo: field.string({ max: 9 }),
        aColumnWithALongNameTooButAnotherOne: field.string({ max: 9 }),
      }),
    ],
    after: () => [
      modelOf('a_table_whose_name_is_nearly_as_long_as_postgresql_allows', {
        id,
        aColumnWithALongNameToo: field.string({ max: 9, unique: true }),
        aColumnWithALongNameTooButAnotherOne: field.string({ max: 9, unique: true }),
      }),
    ],
    up: [
      [
        `select count(*) from pg_constraint where contype = 'u' and connamespace = 'public'::regnamespace`,
        '2',
      ],
    ],
    without: ['planners.addConstraint'],
  },
]
