import { field } from '#atrium/model/main'

import { modelOf } from '../model_of.ts'
import type { Case } from '../case.ts'

const id = field.id()
const title = field.string({ max: 50 })

const articles = () => modelOf('articles', { id, title, views: field.integer({ default: 0 }) })
const tags = () => modelOf('tags', { id, name: field.string({ max: 50, unique: true }) })
const rows = [`insert into articles (title, views) values ('a', 1), ('b', 2)`]

export const tables: Case[] = [
  {
    name: '1 a new model becomes a table with named constraints',
    before: () => [articles()],
    after: () => [articles(), tags()],
    rows,
    up: [
      [`insert into tags (name) values ('x') returning name`, 'x'],
      [
        `select count(*) from pg_constraint where conname in ('tags_pkey', 'tags_name_unique')`,
        '2',
      ],
    ],
    down: [[`select to_regclass('tags')`, null]],
    without: ['planners.createTable'],
  },
  {
    name: '1 new models that point to each other become tables in an order that works',
    before: () => [articles()],
    after: () => {
      const invoices: any = modelOf('invoices', {
        id,
        customerId: field.foreignKey(() => customers),
      })
      const customers: any = modelOf('customers', {
        id,
        lastInvoiceId: field.foreignKey(() => invoices, { nullable: true }),
        parentId: field.foreignKey(() => customers, { nullable: true }),
      })
      return [articles(), invoices, customers]
    },
    rows,
    up: [[`select count(*) from pg_constraint where contype = 'f'`, '3']],
    without: ['planners.createTable'],
  },
  {
    name: '2 a model that went takes its table along, once that is accepted',
    before: () => [articles(), tags()],
    after: () => [articles()],
    rows: [...rows, `insert into tags (name) values ('x'), ('y')`],
    loses: [/tags/],
    up: [[`select to_regclass('tags')`, null]],
    down: [[`select count(*) from tags`, '0']],
    without: ['planners.dropTable'],
  },
  {
    name: '2 tables that point to each other go in an order that works',
    before: () => {
      const customers: any = modelOf('customers', { id, name: title })
      const invoices = modelOf('invoices', { id, customerId: field.foreignKey(() => customers) })
      return [articles(), customers, invoices]
    },
    after: () => [articles()],
    rows: [
      `insert into customers (name) values ('c')`,
      `insert into invoices (customer_id) select id from customers`,
    ],
    loses: [/customers/, /invoices/],
    up: [[`select to_regclass('customers')`, null]],
    without: ['planners.dropTable'],
  },
  {
    name: '3 a renamed table keeps its rows, its sequence and its constraints',
    before: () => [tags()],
    after: () => [modelOf('labels', { id, name: field.string({ max: 50, unique: true }) })],
    rows: [`insert into tags (name) values ('x'), ('y')`],
    asks: ['rename:tags'],
    answers: { 'rename:tags': 'labels' },
    up: [
      [`select string_agg(name, ',' order by id) from labels`, 'x,y'],
      [`insert into labels (name) values ('z') returning id`, '3'],
      [
        `select count(*) from pg_constraint where conname in ('labels_pkey', 'labels_name_unique')`,
        '2',
      ],
    ],
    down: [[`select string_agg(name, ',' order by id) from tags`, 'x,y,z']],
    never: [/drop table/i],
    without: ['renamers.tables'],
  },
  {
    name: '3 a table renamed by renamedFrom is not asked about',
    before: () => [tags()],
    after: () => [
      modelOf(
        'labels',
        { id, name: field.string({ max: 50, unique: true }) },
        { renamedFrom: 'tags' }
      ),
    ],
    rows: [`insert into tags (name) values ('x'), ('y')`],
    up: [[`select string_agg(name, ',' order by id) from labels`, 'x,y']],
    down: [[`select string_agg(name, ',' order by id) from tags`, 'x,y']],
    never: [/drop table/i],
    without: ['renamers.tables'],
  },
  {
    name: '3 a renamed table takes the foreign keys and pivots along that point to it',
    before: () => {
      const old = tags()
      return [
        old,
        modelOf('uses', { id, tagId: field.foreignKey(() => old, { onDelete: 'cascade' }) }),
      ]
    },
    after: () => {
      const labels = modelOf(
        'labels',
        { id, name: field.string({ max: 50, unique: true }) },
        { renamedFrom: 'tags' }
      )
      return [
        labels,
        modelOf('uses', {
          id,
          labelId: field.foreignKey(() => labels, { onDelete: 'cascade', renamedFrom: 'tag_id' }),
        }),
      ]
    },
    rows: [`insert into tags (name) values ('x')`, `insert into uses (tag_id) select id from tags`],
    up: [
      [`select name from uses join labels on labels.id = label_id`, 'x'],
      [`select count(*) from pg_constraint where conname = 'uses_label_id_foreign'`, '1'],
    ],
    down: [[`select name from uses join tags on tags.id = tag_id`, 'x']],
    never: [/drop (table|column)/i],
    without: ['renamers.tables', 'renamers.columns'],
  },
  {
    name: '3 a table that only looks new is dropped when that is the answer',
    before: () => [tags()],
    after: () => [modelOf('labels', { id, name: field.string({ max: 50, unique: true }) })],
    rows: [`insert into tags (name) values ('x')`],
    asks: ['rename:tags'],
    answers: { 'rename:tags': 'drop' },
    loses: [/tags/],
    up: [[`select count(*) from labels`, '0']],
    without: ['planners.dropTable'],
  },
  {
    name: '4 a table renamed while a field changes is altered, not made anew',
    before: () => [articles()],
    after: () => [
      modelOf('posts', {
        id,
        title: field.string({ max: 80 }),
        views: field.integer({ default: 0 }),
        body: field.text({ nullable: true }),
      }),
    ],
    rows,
    asks: ['rename:articles'],
    answers: { 'rename:articles': 'posts' },
    up: [[`select string_agg(title, ',' order by id) from posts`, 'a,b']],
    down: [[`select string_agg(title, ',' order by id) from articles`, 'a,b']],
    never: [/drop table/i],
    without: ['renamers.tables'],
  },
  {
    name: '5 a table and a column of it are renamed together',
    before: () => [articles()],
    after: () => [modelOf('posts', { id, headline: title, views: field.integer({ default: 0 }) })],
    rows,
    asks: ['rename:articles', 'rename:articles.title'],
    answers: { 'rename:articles': 'posts', 'rename:articles.title': 'headline' },
    up: [[`select string_agg(headline, ',' order by id) from posts`, 'a,b']],
    down: [[`select string_agg(title, ',' order by id) from articles`, 'a,b']],
    never: [/drop (table|column)/i],
    without: ['renamers.tables', 'renamers.columns'],
  },
  {
    name: '6 two tables swap their names',
    before: () => [
      modelOf('drafts', { id, text: field.text() }),
      modelOf('finals', { id, words: field.integer() }),
    ],
    after: () => [
      modelOf('finals', { id, text: field.text() }, { renamedFrom: 'drafts' }),
      modelOf('drafts', { id, words: field.integer() }, { renamedFrom: 'finals' }),
    ],
    rows: [`insert into drafts (text) values ('x')`, `insert into finals (words) values (7)`],
    up: [
      [`select text from finals`, 'x'],
      [`select words from drafts`, '7'],
    ],
    down: [
      [`select text from drafts`, 'x'],
      [`select words from finals`, '7'],
    ],
    never: [/drop (table|column)/i],
    without: ['renamers.tables'],
  },
  {
    name: '53 a comment on a table and on a column come, change and go',
    before: () => [
      modelOf('notes', {
        id,
        body: field.text({ comment: 'old' }),
        kind: field.text({ comment: 'goes' }),
      }),
    ],
    after: () => [
      modelOf(
        'notes',
        { id, body: field.text({ comment: `it's new` }), kind: field.text() },
        { comment: 'What people say' }
      ),
    ],
    rows: [`insert into notes (body, kind) values ('x', 'y')`],
    up: [
      [`select obj_description('notes'::regclass)`, 'What people say'],
      [`select col_description('notes'::regclass, 2)`, `it's new`],
      [`select col_description('notes'::regclass, 3)`, null],
    ],
    down: [
      [`select obj_description('notes'::regclass)`, null],
      [`select col_description('notes'::regclass, 3)`, 'goes'],
    ],
    without: ['planners.changeComment'],
  },
  {
    name: '53 storage parameters of a table',
    before: () => [tags()],
    after: () => [
      modelOf(
        'tags',
        { id, name: field.string({ max: 50, unique: true }) },
        { storage: { fillfactor: 70 } }
      ),
    ],
    rows: [`insert into tags (name) values ('x')`],
    up: [
      [
        `select array_to_string(reloptions, ',') from pg_class where relname = 'tags'`,
        'fillfactor=70',
      ],
    ],
    down: [[`select array_to_string(reloptions, ',') from pg_class where relname = 'tags'`, null]],
    without: ['planners.changeStorage'],
  },
]
