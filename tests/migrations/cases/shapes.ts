import { constraint, expression, field } from '#atrium/model/main'
import { manyToMany } from '@adonisjs/lucid/orm'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import { modelOf } from '../model_of.ts'
import type { Case } from '../case.ts'

const id = field.id()
const tags = () => modelOf('tags', { id, name: field.string() })
const articles = (fields: Parameters<typeof modelOf>[1] = {}, statics = {}) =>
  modelOf('articles', { id, title: field.string(), ...fields }, statics)

/** Joins two models by a many-to-many relation */
function joined(own: LucidModel, related: LucidModel) {
  manyToMany(() => related as any, {
    pivotTable: 'article_tags',
    pivotForeignKey: 'article_id',
    pivotRelatedForeignKey: 'tag_id',
  })((own as any).prototype, 'tags' as any)
  return [own, related]
}

const rows = [
  `insert into tags (name) values ('x'), ('y')`,
  `insert into articles (title) values ('a'), ('b')`,
]
const joins = [...rows, `insert into article_tags (article_id, tag_id) values (1, 1), (1, 2)`]

const countTitles = `create or replace function count_titles() returns trigger language plpgsql as $$
begin
  return new;
end $$`
const counted = {
  functions: [{ name: 'count_titles()', sql: countTitles }],
  triggers: [
    { name: 'titles_counted', when: 'before insert', forEach: 'row', execute: 'count_titles()' },
  ],
}

export const shapes: Case[] = [
  {
    name: '51 a many-to-many relation makes its table',
    before: () => [articles(), tags()],
    after: () => joined(articles(), tags()),
    rows,
    up: [
      [`insert into article_tags (article_id, tag_id) values (1, 2) returning tag_id`, '2'],
      [
        `select count(*) from pg_constraint where conrelid = 'article_tags'::regclass and contype in ('p', 'f')`,
        '3',
      ],
    ],
    down: [[`select to_regclass('article_tags')`, null]],
    without: ['planners.createTable'],
  },
  {
    name: '51 the table of a many-to-many relation becomes a model with more in it, and keeps its rows',
    before: () => joined(articles(), tags()),
    after: () => {
      const [own, related] = [articles(), tags()]
      return [
        own,
        related,
        modelOf('article_tags', {
          articleId: field.foreignKey(() => own, {
            primary: true,
            onDelete: 'cascade',
            index: false,
          }),
          tagId: field.foreignKey(() => related, {
            primary: true,
            onDelete: 'cascade',
            index: false,
          }),
          weight: field.integer({ default: 1 }),
        }),
      ]
    },
    rows: joins,
    up: [[`select sum(weight) from article_tags`, '2']],
    down: [[`select count(*) from article_tags`, '2']],
    without: ['planners.addColumn'],
  },
  {
    name: '51 the table of a many-to-many relation gets a key of its own',
    before: () => joined(articles(), tags()),
    after: () => {
      const [own, related] = [articles(), tags()]
      return [
        own,
        related,
        modelOf(
          'article_tags',
          {
            id,
            articleId: field.foreignKey(() => own, { onDelete: 'cascade' }),
            tagId: field.foreignKey(() => related, { onDelete: 'cascade' }),
          },
          { constraints: [constraint.unique<any>(['articleId', 'tagId'])] }
        ),
      ]
    },
    rows: joins,
    up: [[`select count(distinct id) from article_tags`, '2']],
    down: [[`select count(*) from article_tags`, '2']],
    without: ['planners.replaceConstraint'],
  },
  {
    name: '51 one tag for each article becomes several, and the ones there are copied',
    before: () => {
      const related = tags()
      return [articles({ tagId: field.foreignKey(() => related, { nullable: true }) }), related]
    },
    after: () => joined(articles(), tags()),
    rows: [
      `insert into tags (name) values ('x'), ('y')`,
      `insert into articles (title, tag_id) values ('a', 2), ('b', null)`,
    ],
    asks: ['fill:article_tags'],
    answers: { 'fill:article_tags': 'copy:articles.tag_id' },
    up: [[`select article_id || '-' || tag_id from article_tags`, '1-2']],
    down: [[`select tag_id from articles where id = 1`, '2']],
    without: ['deciders.createTable'],
  },
  {
    name: '52 a key gets another type, and what points to it follows',
    before: () => {
      const related = modelOf('tags', { id: field.id({ bits: 32 }), name: field.string() })
      return [
        related,
        articles({ tagId: field.foreignKey(() => related), tags: field.text({ nullable: true }) }),
      ]
    },
    after: () => {
      const related = tags()
      return [
        related,
        articles({ tagId: field.foreignKey(() => related), tags: field.text({ nullable: true }) }),
      ]
    },
    rows: [
      `insert into tags (name) values ('x')`,
      `insert into articles (title, tag_id) values ('a', 1)`,
    ],
    up: [
      [
        `select data_type from information_schema.columns where table_name = 'articles' and column_name = 'tag_id'`,
        'bigint',
      ],
      [`insert into tags (name) values ('z') returning id`, '2'],
    ],
    down: [[`select name from articles join tags on tags.id = tag_id`, 'x']],
    without: ['planners.changeType'],
  },
  {
    name: '52 a key of one column becomes a key of two',
    before: () => [
      modelOf('prices', {
        sku: field.string({ max: 20, primary: true }),
        country: field.string({ max: 2 }),
      }),
    ],
    after: () => [
      modelOf('prices', {
        sku: field.string({ max: 20, primary: true }),
        country: field.string({ max: 2, primary: true }),
      }),
    ],
    rows: [`insert into prices (sku, country) values ('a', 'at')`],
    up: [
      [`insert into prices (sku, country) values ('a', 'de') returning country`, 'de'],
      [`delete from prices where country = 'de' returning 1`, '1'],
    ],
    down: [[`select count(*) from prices`, '1']],
    without: ['planners.replaceConstraint'],
  },
  {
    name: '52 a foreign key of two columns comes',
    before: () => [
      modelOf('prices', {
        sku: field.string({ max: 20, primary: true }),
        country: field.string({ max: 2, primary: true }),
      }),
      modelOf('sales', { id, sku: field.string({ max: 20 }), country: field.string({ max: 2 }) }),
    ],
    after: () => {
      const prices = modelOf('prices', {
        sku: field.string({ max: 20, primary: true }),
        country: field.string({ max: 2, primary: true }),
      })
      return [
        prices,
        modelOf(
          'sales',
          { id, sku: field.string({ max: 20 }), country: field.string({ max: 2 }) },
          {
            constraints: [
              constraint.foreignKey<any, any>(
                ['sku', 'country'],
                () => prices,
                ['sku', 'country'] as any,
                { onDelete: 'cascade' }
              ),
            ],
          }
        ),
      ]
    },
    rows: [
      `insert into prices (sku, country) values ('a', 'at')`,
      `insert into sales (sku, country) values ('a', 'at')`,
    ],
    up: [
      [
        `select count(*) from pg_constraint where conrelid = 'sales'::regclass and contype = 'f'`,
        '1',
      ],
    ],
    without: ['planners.addConstraint'],
  },
  {
    name: '53 a function and a trigger come',
    before: () => [articles()],
    after: () => [articles({}, counted)],
    rows: [`insert into articles (title) values ('a')`],
    up: [[`select count(*) from pg_trigger where tgname = 'titles_counted'`, '1']],
    down: [[`select count(*) from pg_proc where proname = 'count_titles'`, '0']],
    without: ['planners.createTrigger', 'planners.createFunction'],
  },
  {
    name: '53 a function and its trigger change',
    before: () => [articles({}, counted)],
    after: () => [
      articles(
        {},
        {
          functions: [
            {
              name: 'count_titles()',
              sql: countTitles.replace('return new', `new.title := 'n'; return new`),
            },
          ],
          triggers: [{ ...counted.triggers[0], when: 'before insert or update' }],
        }
      ),
    ],
    rows: [`insert into articles (title) values ('a')`],
    up: [[`update articles set title = 'b' returning title`, 'n']],
    down: [[`update articles set title = 'c' returning title`, 'c']],
    without: ['planners.replaceFunction', 'planners.replaceTrigger'],
  },
  {
    name: '53 a view comes, changes, and stands in nobody’s way',
    before: () => [
      articles(
        {},
        { views: [{ name: 'titles', sql: 'create view titles as select title from articles' }] }
      ),
    ],
    after: () => [
      modelOf(
        'articles',
        { id, title: field.text() },
        {
          views: [
            {
              name: 'titles',
              sql: 'create view titles as select title, length(title) as size from articles',
            },
          ],
        }
      ),
    ],
    rows: [`insert into articles (title) values ('abc')`],
    up: [[`select size from titles`, '3']],
    down: [[`select title from titles`, 'abc']],
    without: ['planners.replaceView'],
  },
  {
    name: '53 an extension comes with the model that needs it',
    before: () => [articles()],
    after: () => [
      articles(
        { publicId: field.uuid({ default: expression('gen_random_uuid()') }) },
        { extensions: ['pg_trgm'] }
      ),
    ],
    rows: [`insert into articles (title) values ('a')`],
    up: [[`select count(*) from pg_extension where extname = 'pg_trgm'`, '1']],
    without: ['planners.createExtension'],
  },
]
