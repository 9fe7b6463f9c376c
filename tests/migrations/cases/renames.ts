import { field, index } from '#atrium/model/main'

import { modelOf } from '../model_of.ts'
import type { Case } from '../case.ts'

const id = field.id()
const rows = [`insert into articles (title) values ('a'), ('b')`]
const headlines: [string, string] = [
  `select string_agg(headline, ',' order by id) from articles`,
  'a,b',
]
const titles: [string, string] = [`select string_agg(title, ',' order by id) from articles`, 'a,b']

export const renames: Case[] = [
  {
    name: '15 a column is renamed, and its index, unique rule and check follow',
    before: () => [
      modelOf('articles', {
        id,
        title: field.string({ max: 50, unique: true, check: `title <> ''` }),
      }),
    ],
    after: () => [
      modelOf('articles', {
        id,
        headline: field.string({ max: 50, unique: true, check: `headline <> ''` }),
      }),
    ],
    rows,
    asks: ['rename:articles.title'],
    answers: { 'rename:articles.title': 'headline' },
    up: [
      headlines,
      [
        `select string_agg(indexname, ',' order by indexname) from pg_indexes where tablename = 'articles'`,
        'articles_headline_unique,articles_pkey',
      ],
    ],
    down: [titles],
    never: [/drop (column|index|constraint)/i, /add column/i],
    without: ['renamers.columns'],
  },
  {
    name: '15 a column renamed by renamedFrom is not asked about',
    before: () => [modelOf('articles', { id, title: field.string({ max: 50 }) })],
    after: () => [
      modelOf('articles', { id, headline: field.string({ max: 50, renamedFrom: 'title' }) }),
    ],
    rows,
    up: [headlines],
    down: [titles],
    without: ['renamers.columns'],
  },
  {
    name: '15 a column goes and another comes when that is the answer',
    before: () => [modelOf('articles', { id, title: field.string({ max: 50 }) })],
    after: () => [modelOf('articles', { id, headline: field.string({ max: 50, nullable: true }) })],
    rows,
    asks: ['rename:articles.title'],
    answers: { 'rename:articles.title': 'drop' },
    loses: [/articles\.title/],
    up: [[`select count(*) from articles where headline is null`, '2']],
    without: ['planners.dropColumn'],
  },
  {
    name: '16 a column is renamed and made longer',
    before: () => [modelOf('articles', { id, title: field.string({ max: 50 }) })],
    after: () => [modelOf('articles', { id, headline: field.string({ max: 99 }) })],
    rows,
    asks: ['rename:articles.title'],
    answers: { 'rename:articles.title': 'headline' },
    up: [
      headlines,
      [
        `select character_maximum_length from information_schema.columns where column_name = 'headline'`,
        '99',
      ],
    ],
    down: [titles],
    without: ['renamers.columns', 'planners.changeType'],
  },
  {
    name: '16 a column is renamed, gets another type and may not be empty any more',
    before: () => [modelOf('articles', { id, title: field.string({ max: 50, nullable: true }) })],
    after: () => [modelOf('articles', { id, headline: field.text() })],
    rows: [`insert into articles (title) values ('a'), (null)`],
    asks: ['rename:articles.title', 'fill:articles.headline'],
    answers: { 'rename:articles.title': 'headline', 'fill:articles.headline': `'b'` },
    up: [headlines],
    down: [titles],
    without: ['renamers.columns', 'planners.changeNull'],
  },
  {
    name: '17 two columns of one type are renamed, each to its own name',
    before: () => [modelOf('people', { id, firstName: field.string(), lastName: field.string() })],
    after: () => [modelOf('people', { id, givenName: field.string(), familyName: field.string() })],
    rows: [`insert into people (first_name, last_name) values ('Ada', 'Lovelace')`],
    asks: ['rename:people.first_name', 'rename:people.last_name'],
    answers: { 'rename:people.first_name': 'given_name', 'rename:people.last_name': 'family_name' },
    up: [[`select given_name || ' ' || family_name from people`, 'Ada Lovelace']],
    down: [[`select first_name || ' ' || last_name from people`, 'Ada Lovelace']],
    without: ['renamers.columns'],
  },
  {
    name: '17 one new name is not given to two columns',
    before: () => [modelOf('people', { id, firstName: field.string(), lastName: field.string() })],
    after: () => [modelOf('people', { id, givenName: field.string(), familyName: field.string() })],
    rows: [`insert into people (first_name, last_name) values ('Ada', 'Lovelace')`],
    asks: ['rename:people.first_name', 'rename:people.last_name'],
    answers: { 'rename:people.first_name': 'given_name', 'rename:people.last_name': 'given_name' },
    refused: /given_name/,
    without: ['renamers.columns'],
  },
  {
    name: '18 two columns of different types swap their names',
    before: () => [
      modelOf('articles', { id, title: field.string({ max: 50 }), views: field.integer() }),
    ],
    after: () => [
      modelOf('articles', {
        id,
        views: field.string({ max: 50, renamedFrom: 'title' }),
        title: field.integer({ renamedFrom: 'views' }),
      }),
    ],
    rows: [`insert into articles (title, views) values ('a', 7)`],
    up: [[`select views || title from articles`, 'a7']],
    down: [[`select title || views from articles`, 'a7']],
    never: [/drop column/i],
    without: ['renamers.columns'],
  },
  {
    name: '19 only the case of a name changes',
    before: () => [
      modelOf('articles', { id, title: field.string({ max: 50, columnName: 'Title' }) }),
    ],
    after: () => [modelOf('articles', { id, title: field.string({ max: 50 }) })],
    rows: [`insert into articles ("Title") values ('a'), ('b')`],
    asks: ['rename:articles.Title'],
    answers: { 'rename:articles.Title': 'title' },
    up: [titles],
    down: [[`select string_agg("Title", ',' order by id) from articles`, 'a,b']],
    never: [/drop column/i],
    without: ['renamers.columns'],
  },
  {
    name: '20 the name of the column changes and that of the property stays',
    before: () => [
      modelOf('articles', { id, headline: field.string({ max: 50, columnName: 'title' }) }),
    ],
    after: () => [
      modelOf('articles', { id, headline: field.string({ max: 50, columnName: 'headline' }) }),
    ],
    rows,
    asks: ['rename:articles.title'],
    answers: { 'rename:articles.title': 'headline' },
    up: [headlines],
    down: [titles],
    without: ['renamers.columns'],
  },
  {
    name: '20 the name of the property changes and that of the column stays: no migration',
    before: () => [modelOf('articles', { id, title: field.string({ max: 50 }) })],
    after: () => [
      modelOf('articles', { id, headline: field.string({ max: 50, columnName: 'title' }) }),
    ],
    unchanged: true,
    without: [],
  },
  {
    name: '15 a renamed column is followed by what its table declares about it',
    before: () => [
      modelOf(
        'articles',
        { id, title: field.string({ max: 50 }), publishedAt: field.timestamp({ nullable: true }) },
        {
          indexes: [
            index<any>(['publishedAt desc', 'title'] as any[], {
              name: 'articles_latest',
              where: 'published_at is not null',
            }),
          ],
        }
      ),
    ],
    after: () => [
      modelOf(
        'articles',
        { id, title: field.string({ max: 50 }), releasedAt: field.timestamp({ nullable: true }) },
        {
          indexes: [
            index<any>(['releasedAt desc', 'title'] as any[], {
              name: 'articles_latest',
              where: 'released_at is not null',
            }),
          ],
        }
      ),
    ],
    rows: [`insert into articles (title, published_at) values ('a', '2020-01-01Z')`],
    asks: ['rename:articles.published_at'],
    answers: { 'rename:articles.published_at': 'released_at' },
    up: [[`select count(*) from articles where released_at = '2020-01-01Z'`, '1']],
    down: [[`select count(*) from articles where published_at = '2020-01-01Z'`, '1']],
    never: [/create (unique )?index/i],
    without: ['renamers.columns'],
  },
]
