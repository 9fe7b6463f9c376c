import { field } from '#atrium/model/main'

import { modelOf } from '../model_of.ts'
import type { Case } from '../case.ts'

const id = field.id()

const words =
  (...values: string[]) =>
  () => [modelOf('articles', { id, status: field.enum(values, { default: values[0] }) })]
const native =
  (...values: string[]) =>
  () => [
    modelOf('articles', {
      id,
      status: field.enum(values, { type: 'article_status', default: values[0] }),
    }),
  ]
const rows = [`insert into articles (status) values ('draft'), ('published')`]
const all = `select string_agg(status::text, ',' order by id) from articles`
const same: [string, string] = [all, 'draft,published']

export const enums: Case[] = [
  {
    name: '36 a word is added to an enum',
    before: words('draft', 'published'),
    after: words('draft', 'in review', 'published'),
    rows,
    up: [
      same,
      [`insert into articles (status) values ('in review') returning status`, 'in review'],
    ],
    sql: [/not valid/i],
    without: ['planners.changeWords'],
  },
  {
    name: '36 a word is added in the middle of an enum with an order',
    before: native('draft', 'published'),
    after: native('draft', 'in review', 'published'),
    rows,
    up: [
      same,
      [
        `select array_to_string(enum_range(null::article_status), ',')`,
        'draft,in review,published',
      ],
    ],
    down: [
      same,
      [`select array_to_string(enum_range(null::article_status), ',')`, 'draft,published'],
    ],
    without: ['planners.changeEnum'],
  },
  {
    name: '37 a word that rows hold is taken away, and the rows get another one',
    before: words('draft', 'published', 'archived'),
    after: words('draft', 'published'),
    rows: [...rows, `insert into articles (status) values ('archived')`],
    asks: ['map:articles.status.archived'],
    answers: { 'map:articles.status.archived': 'draft' },
    loses: [/archived/],
    up: [[all, 'draft,published,draft']],
    without: ['deciders.changeWords'],
  },
  {
    name: '37 a word that no row holds is taken away',
    before: words('draft', 'published', 'archived'),
    after: words('draft', 'published'),
    rows,
    up: [same],
    down: [
      same,
      [
        `select count(*) from pg_constraint where conname = 'articles_status_check' and pg_get_constraintdef(oid) like '%archived%'`,
        '1',
      ],
    ],
    without: ['planners.changeWords'],
  },
  {
    name: '37 a word that rows hold is not to be taken away: nothing is changed',
    before: words('draft', 'published', 'archived'),
    after: words('draft', 'published'),
    rows: [...rows, `insert into articles (status) values ('archived')`],
    asks: ['map:articles.status.archived'],
    answers: { 'map:articles.status.archived': 'stop' },
    stops: /archived/,
    without: ['deciders.changeWords'],
  },
  {
    name: '37 a word with an order is taken away, and the rows get another one',
    before: native('draft', 'published', 'archived'),
    after: native('draft', 'published'),
    rows: [...rows, `insert into articles (status) values ('archived')`],
    asks: ['map:articles.status.archived'],
    answers: { 'map:articles.status.archived': 'published' },
    loses: [/archived/],
    up: [[all, 'draft,published,published']],
    without: ['deciders.changeEnum'],
  },
  {
    name: '38 a word is renamed, and the rows follow',
    before: words('draft', 'published'),
    after: words('draft', 'public'),
    rows,
    asks: ['rename:articles.status.published'],
    answers: { 'rename:articles.status.published': 'public' },
    up: [[all, 'draft,public']],
    down: [same],
    without: ['renamers.words'],
  },
  {
    name: '38 a word with an order is renamed, and the rows follow',
    before: native('draft', 'published'),
    after: native('draft', 'public'),
    rows,
    asks: ['rename:article_status.published'],
    answers: { 'rename:article_status.published': 'public' },
    up: [[all, 'draft,public']],
    down: [same],
    sql: [/rename value/i],
    without: ['renamers.enumValues'],
  },
  {
    name: '39 the order of words is no migration where it means nothing',
    before: () => [modelOf('articles', { id, status: field.enum(['a', 'b', 'c']) })],
    after: () => [modelOf('articles', { id, status: field.enum(['c', 'a', 'b']) })],
    unchanged: true,
    without: [],
  },
  {
    name: '39 the order of words changes where it was declared to mean something',
    before: native('draft', 'published'),
    after: () => [
      modelOf('articles', {
        id,
        status: field.enum(['published', 'draft'], { type: 'article_status', default: 'draft' }),
      }),
    ],
    rows,
    up: [[`select string_agg(status::text, ',' order by status) from articles`, 'published,draft']],
    down: [
      [`select string_agg(status::text, ',' order by status) from articles`, 'draft,published'],
    ],
    without: ['planners.changeEnum'],
  },
  {
    name: '40 a text becomes an enum where all rows hold one of its words',
    before: () => [modelOf('articles', { id, status: field.text({ default: 'draft' }) })],
    after: words('draft', 'published'),
    rows,
    up: [same],
    down: [same],
    sql: [/not valid/i],
    without: ['planners.addConstraint'],
  },
  {
    name: '40 a text becomes an enum and a row holds another word',
    before: () => [modelOf('articles', { id, status: field.text({ default: 'draft' }) })],
    after: words('draft', 'published'),
    rows: [...rows, `insert into articles (status) values ('lost')`],
    asks: ['violations:articles_status_check'],
    answers: { 'violations:articles_status_check': 'stop' },
    stops: /status/,
    without: ['deciders.addConstraint'],
  },
  {
    name: '40 a string becomes an enum with an order, with its default',
    before: () => [
      modelOf('articles', { id, status: field.string({ max: 20, default: 'draft' }) }),
    ],
    after: native('draft', 'published'),
    rows,
    up: [same, [`insert into articles default values returning status`, 'draft']],
    down: [[`select string_agg(status, ',' order by id) from articles`, 'draft,published,draft']],
    without: ['planners.createEnum'],
  },
  {
    name: '40 an enum becomes a text',
    before: words('draft', 'published'),
    after: () => [modelOf('articles', { id, status: field.text({ default: 'draft' }) })],
    rows,
    up: [same],
    down: [same],
    without: ['planners.dropConstraint'],
  },
  {
    name: '40 an enum with an order becomes a text, and its type goes',
    before: native('draft', 'published'),
    after: () => [modelOf('articles', { id, status: field.text({ default: 'draft' }) })],
    rows,
    up: [same, [`select to_regtype('article_status')`, null]],
    down: [same],
    without: ['planners.dropEnum'],
  },
]
