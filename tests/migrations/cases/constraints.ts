import { constraint, field } from '#atrium/model/main'

import { modelOf } from '../model_of.ts'
import type { Case } from '../case.ts'

const id = field.id()
const rows = [`insert into rooms (price, opens, closes) values (5, 1, 2), (9, 3, 4)`]

const rooms = (check?: string, statics = {}) =>
  modelOf(
    'rooms',
    { id, price: field.integer({ check }), opens: field.integer(), closes: field.integer() },
    statics
  )
const plain = () => [rooms()]

const authors = () => modelOf('authors', { id, name: field.string() })
const books = (fields: Parameters<typeof modelOf>[1]) =>
  modelOf('books', { id, title: field.string(), ...fields })
const library =
  (options: object = {}) =>
  () => {
    const people = authors()
    return [people, books({ authorId: field.foreignKey(() => people, options) })]
  }
const unowned = () => [authors(), books({ authorId: field.bigint() })]
const written = [
  `insert into authors (name) values ('Ada'), ('Bob')`,
  `insert into books (title, author_id) values ('x', 1), ('y', 2)`,
]
const orphan = [...written, `insert into books (title, author_id) values ('z', 77)`]
const action = `select confdeltype from pg_constraint where conname = 'books_author_id_foreign'`
const asks = ['violations:books_author_id_foreign']

export const constraints: Case[] = [
  {
    name: '46 a check comes without locking the table for long',
    before: plain,
    after: () => [rooms('price >= 0')],
    rows,
    up: [[`select convalidated from pg_constraint where conname = 'rooms_price_check'`, 'true']],
    down: [[`select count(*) from pg_constraint where conname = 'rooms_price_check'`, '0']],
    sql: [/not valid/i, /validate constraint/i],
    without: ['planners.addConstraint'],
  },
  {
    name: '46 a check meets rows that break it: nothing is changed',
    before: plain,
    after: () => [rooms('price > 5')],
    rows,
    asks: ['violations:rooms_price_check'],
    answers: { 'violations:rooms_price_check': 'stop' },
    stops: /price/,
    without: ['deciders.addConstraint'],
  },
  {
    name: '46 the condition of a check changes, and rows are never without one',
    before: () => [rooms('price >= 0')],
    after: () => [rooms('price > 1')],
    rows,
    up: [
      [
        `select pg_get_constraintdef(oid) from pg_constraint where conname = 'rooms_price_check'`,
        'CHECK ((price > 1))',
      ],
    ],
    down: [
      [
        `select pg_get_constraintdef(oid) from pg_constraint where conname = 'rooms_price_check'`,
        'CHECK ((price >= 0))',
      ],
    ],
    without: ['planners.replaceConstraint'],
  },
  {
    name: '46 a check on two columns comes and another goes',
    before: () => [rooms(undefined, { constraints: [constraint.check('rooms_old', 'opens > 0')] })],
    after: () => [
      rooms(undefined, { constraints: [constraint.check('rooms_new', 'opens < closes')] }),
    ],
    rows,
    up: [
      [
        `select string_agg(conname, ',' order by conname) from pg_constraint where contype = 'c' and conrelid = 'rooms'::regclass`,
        'rooms_new',
      ],
    ],
    down: [
      [
        `select string_agg(conname, ',' order by conname) from pg_constraint where contype = 'c' and conrelid = 'rooms'::regclass`,
        'rooms_old',
      ],
    ],
    without: ['planners.addConstraint', 'planners.dropConstraint'],
  },
  {
    name: '47 rows must not overlap',
    before: plain,
    after: () => [
      rooms(undefined, {
        constraints: [
          constraint.exclude('rooms_overlap', 'using gist (int4range(opens, closes) with &&)'),
        ],
      }),
    ],
    rows,
    up: [[`select contype from pg_constraint where conname = 'rooms_overlap'`, 'x']],
    down: [[`select contype from pg_constraint where conname = 'rooms_overlap'`, null]],
    without: ['planners.addConstraint'],
  },
  {
    name: '48 a foreign key that may be empty is added',
    before: () => [authors(), books({})],
    after: library({ nullable: true }),
    rows: [`insert into authors (name) values ('Ada')`, `insert into books (title) values ('x')`],
    up: [
      [`select convalidated from pg_constraint where conname = 'books_author_id_foreign'`, 'true'],
      [`select count(*) from pg_indexes where indexname = 'books_author_id_index'`, '1'],
    ],
    down: [[`select count(*) from pg_indexes where indexname = 'books_author_id_index'`, '0']],
    sql: [/not valid/i, /validate constraint/i, /index concurrently/i],
    without: ['planners.addConstraint'],
  },
  {
    name: '48 a foreign key that must not be empty asks where older rows point to',
    before: () => [authors(), books({})],
    after: library(),
    rows: [`insert into authors (name) values ('Ada')`, `insert into books (title) values ('x')`],
    asks: ['fill:books.author_id'],
    answers: { 'fill:books.author_id': '(select min(id) from authors)' },
    up: [[`select name from books join authors on authors.id = author_id`, 'Ada']],
    without: ['deciders.addColumn'],
  },
  {
    name: '48 a number becomes a foreign key where every row points to one that is there',
    before: unowned,
    after: library(),
    rows: written,
    up: [[action, 'a']],
    down: [[action, null]],
    sql: [/not valid/i],
    without: ['planners.addConstraint'],
  },
  {
    name: '48 a number becomes a foreign key and a row points nowhere: nothing is changed',
    before: unowned,
    after: library(),
    rows: orphan,
    asks,
    answers: { 'violations:books_author_id_foreign': 'stop' },
    stops: /author/,
    without: ['deciders.addConstraint'],
  },
  {
    name: '48 a number becomes a foreign key and rows that point nowhere go',
    before: unowned,
    after: library(),
    rows: orphan,
    asks,
    answers: { 'violations:books_author_id_foreign': 'delete' },
    loses: [/books/],
    up: [[`select string_agg(title, ',' order by id) from books`, 'x,y']],
    without: ['deciders.addConstraint'],
  },
  {
    name: '48 a number becomes a foreign key and rows that point nowhere point to nothing',
    before: () => [authors(), books({ authorId: field.bigint({ nullable: true }) })],
    after: library({ nullable: true }),
    rows: orphan,
    asks,
    answers: { 'violations:books_author_id_foreign': 'empty' },
    loses: [/author_id/],
    up: [[`select count(*) from books where author_id is null`, '1']],
    without: ['deciders.addConstraint'],
  },
  {
    name: '49 what becomes of books when their author goes changes',
    before: library(),
    after: library({ onDelete: 'cascade' }),
    rows: written,
    up: [[action, 'c']],
    down: [[action, 'a']],
    notes: [/cascade/i],
    sql: [/not valid/i],
    without: ['planners.replaceConstraint'],
  },
  {
    name: '49 a foreign key is looked at only at the end of a transaction',
    before: library(),
    after: library({ deferrable: 'deferred' }),
    rows: written,
    up: [
      [`select condeferred from pg_constraint where conname = 'books_author_id_foreign'`, 'true'],
    ],
    down: [
      [`select condeferred from pg_constraint where conname = 'books_author_id_foreign'`, 'false'],
    ],
    without: ['planners.replaceConstraint'],
  },
  {
    name: '48 a foreign key goes and the number stays',
    before: library(),
    after: unowned,
    rows: written,
    up: [
      [action, null],
      [`select sum(author_id) from books`, '3'],
    ],
    down: [[action, 'a']],
    without: ['planners.dropConstraint'],
  },
  {
    name: '50 a foreign key points to another table, by a mapping',
    before: () => {
      const people = authors()
      const writers = modelOf('writers', { id, formerId: field.bigint() })
      return [people, writers, books({ authorId: field.foreignKey(() => people) })]
    },
    after: () => {
      const people = authors()
      const writers = modelOf('writers', { id, formerId: field.bigint() })
      return [people, writers, books({ authorId: field.foreignKey(() => writers) })]
    },
    rows: [...written, `insert into writers (former_id) values (2), (1)`],
    asks: ['repoint:books.author_id'],
    answers: {
      'repoint:books.author_id': '(select w.id from writers w where w.former_id = author_id)',
    },
    up: [
      [
        `select string_agg(former_id::text, ',' order by books.id) from books join writers on writers.id = author_id`,
        '1,2',
      ],
    ],
    without: ['deciders.replaceConstraint'],
  },
  {
    name: '50 a foreign key points to another table whose keys mean the same',
    before: () => {
      const people = authors()
      return [
        people,
        modelOf('writers', { id, name: field.string() }),
        books({ authorId: field.foreignKey(() => people) }),
      ]
    },
    after: () => {
      const writers = modelOf('writers', { id, name: field.string() })
      return [authors(), writers, books({ authorId: field.foreignKey(() => writers) })]
    },
    rows: [...written, `insert into writers (name) values ('Ada'), ('Bob')`],
    asks: ['repoint:books.author_id'],
    answers: { 'repoint:books.author_id': 'same' },
    up: [
      [
        `select string_agg(name, ',' order by books.id) from books join writers on writers.id = author_id`,
        'Ada,Bob',
      ],
    ],
    down: [
      [
        `select string_agg(name, ',' order by books.id) from books join authors on authors.id = author_id`,
        'Ada,Bob',
      ],
    ],
    without: ['deciders.replaceConstraint'],
  },
]
