import { test } from '@japa/runner'
import { manyToMany } from '@adonisjs/lucid/orm'
import { constraint, expression, field, index } from '#atrium/model/main'

import { wantedFor } from './wanted_for.ts'
import { modelOf } from '../../migrations/model_of.ts'

test.group('Tables that models want', (group) => {
  const wanted = wantedFor(group)

  test('have the constraints and indexes of their fields, named by convention', async ({
    assert,
  }) => {
    const User = modelOf('users', { id: field.id() })
    const { schema } = await wanted(
      User,
      modelOf('articles', {
        id: field.id(),
        authorId: field.foreignKey(() => User, { onDelete: 'cascade' }),
        editorId: field.foreignKey(() => User, {
          nullable: true,
          index: false,
          deferrable: 'deferred',
        }),
        coverId: field.foreignKey(() => User, { unique: true, name: 'one_cover' }),
        slug: field.slug({ unique: true, index: true }),
        title: field.string({ index: true }),
        price: field.decimal({ check: 'price >= 0' }),
        status: field.enum(['draft', `it's`], { check: `status <> title` }),
      })
    )
    const { constraints, indexes, columns } = schema.tables.articles
    const sources = Object.values(constraints).map(({ name, source }) => [name, source])

    assert.deepEqual(Object.fromEntries(sources), {
      articles_pkey: 'primary key (id)',
      articles_author_id_foreign: 'foreign key (author_id) references users (id) on delete cascade',
      articles_editor_id_foreign:
        'foreign key (editor_id) references users (id) deferrable initially deferred',
      articles_cover_id_unique: 'unique (cover_id)',
      one_cover: 'foreign key (cover_id) references users (id)',
      articles_slug_unique: 'unique (slug)',
      articles_price_check: 'check (price >= 0)',
      articles_status_check: `check (status in ('draft', 'it''s'))`,
      articles_status_check_2: 'check (status <> title)',
    })
    assert.deepEqual(Object.keys(indexes).sort(), [
      'articles_author_id_index',
      'articles_slug_index',
      'articles_title_index',
    ])
    assert.deepEqual(columns.status.words, {
      constraint: 'articles_status_check',
      values: ['draft', `it's`],
    })
    assert.equal(
      constraints.articles_price_check.definition,
      'CHECK (price >= 0::numeric)',
      'what is compared is in the words of PostgreSQL'
    )
  })

  test('have the indexes that they declare', async ({ assert }) => {
    const { schema } = await wanted(
      modelOf(
        'people',
        {
          id: field.id(),
          name: field.string(),
          mail: field.email({ columnName: 'e_mail' }),
          age: field.integer(),
          tags: field.array('text'),
        },
        {
          extensions: ['pg_trgm'],
          indexes: [
            index(['mail', 'age desc nulls last'] as never),
            index([expression('lower(name)')], { unique: true }),
            index([expression(`name || ' ' || e_mail`)], { name: 'people_whole' }),
            index(['tags'] as never, { method: 'gin', with: { fastupdate: 'off' } }),
            index(['name'] as never, {
              name: 'people_like',
              method: 'gin',
              opclass: { name: 'gin_trgm_ops' } as never,
              where: 'age > 17',
              comment: 'For the search',
            }),
            index(['age'] as never, {
              unique: true,
              nullsNotDistinct: true,
              include: ['name'] as never,
            }),
          ],
        }
      )
    )
    const { indexes } = schema.tables.people

    assert.sameMembers(
      Object.values(indexes).map(({ source }) => source!),
      [
        'create index people_e_mail_age_index on people (e_mail, age desc nulls last)',
        'create unique index people_lower_name_unique on people (lower(name))',
        `create index people_whole on people ((name || ' ' || e_mail))`,
        'create index people_tags_index on people using gin (tags) with (fastupdate = off)',
        'create index people_like on people using gin (name gin_trgm_ops) where age > 17',
        'create unique index people_age_unique on people (age) include (name) nulls not distinct',
      ]
    )
    assert.equal(indexes.people_like.comment, 'For the search')
    assert.deepEqual(indexes.people_whole.columns, ['name', 'e_mail'])
  })

  test('have the constraints that they declare', async ({ assert }) => {
    const Room = modelOf(
      'rooms',
      { house: field.integer({ primary: true }), number: field.integer({ primary: true }) },
      { constraints: [constraint.primary(['number', 'house'] as never, { name: 'rooms_key' })] }
    )
    const { schema } = await wanted(
      Room,
      modelOf(
        'stays',
        {
          id: field.id(),
          house: field.integer(),
          number: field.integer({ nullable: true }),
          during: field.custom('daterange'),
        },
        {
          extensions: ['btree_gist'],
          constraints: [
            constraint.check('stays_sane', 'number > 0', { comment: 'Counted from 1' }),
            constraint.unique(['house', 'during'] as never, {
              nullsNotDistinct: true,
              include: ['id'] as never,
            }),
            constraint.exclude('stays_apart', 'using gist (number with =, during with &&)', {
              deferrable: 'immediate',
            }),
            constraint.foreignKey(
              ['number', 'house'] as never,
              () => Room,
              ['number', 'house'] as never,
              {
                onDelete: 'restrict',
                onUpdate: 'cascade',
                match: 'full',
              }
            ),
          ],
        }
      )
    )
    const { rooms, stays } = schema.tables
    const sources = Object.values(stays.constraints).map(({ name, source }) => [name, source])

    assert.equal(rooms.constraints.rooms_key.source, 'primary key (number, house)')
    assert.deepEqual(Object.fromEntries(sources), {
      stays_pkey: 'primary key (id)',
      stays_sane: 'check (number > 0)',
      stays_house_during_unique: 'unique nulls not distinct (house, during) include (id)',
      stays_apart: 'exclude using gist (number with =, during with &&) deferrable',
      stays_number_house_foreign:
        'foreign key (number, house) references rooms (number, house) match full on delete restrict on update cascade',
    })
    assert.equal(stays.constraints.stays_sane.comment, 'Counted from 1')
  })

  test('may point to each other and to themselves', async ({ assert }) => {
    const One: any = modelOf('one', { id: field.id(), otherId: field.foreignKey(() => Other) })
    const Other: any = modelOf('other', {
      id: field.foreignKey(() => One, { primary: true }),
      selfId: field.foreignKey(() => Other, { nullable: true }),
    })
    const { schema } = await wanted(One, Other)

    assert.equal(schema.tables.one.columns.other_id.type, 'bigint')
    assert.equal(schema.tables.other.constraints.other_self_id_foreign.foreign!.table, 'other')
  })

  test('stand between two models that are related many to many', async ({ assert }) => {
    const Tag: any = modelOf('tags', {
      id: field.uuid({ primary: true }),
      articles: manyToMany(() => Article, {
        pivotTable: 'article_tags',
        pivotTimestamps: true,
        localKey: 'id',
        pivotForeignKey: 'tag_id',
        relatedKey: 'id',
        pivotRelatedForeignKey: 'article_id',
      }),
    })
    const Article: any = modelOf('articles', {
      id: field.id(),
      tags: manyToMany(() => Tag, {
        pivotTable: 'article_tags',
        pivotTimestamps: true,
        localKey: 'id',
        pivotForeignKey: 'article_id',
        relatedKey: 'id',
        pivotRelatedForeignKey: 'tag_id',
      }),
    })
    const { schema, hints } = await wanted(Tag, Article)
    const { columns, constraints, indexes } = schema.tables.article_tags

    assert.containSubset(columns, {
      article_id: { type: 'bigint', nullable: false },
      tag_id: { type: 'uuid', nullable: false },
      created_at: { type: 'timestamp with time zone', default: 'CURRENT_TIMESTAMP' },
    })
    assert.containSubset(constraints, {
      article_tags_pkey: { columns: ['article_id', 'tag_id'] },
      article_tags_article_id_foreign: { foreign: { table: 'articles', onDelete: 'cascade' } },
      article_tags_tag_id_foreign: { foreign: { table: 'tags', onDelete: 'cascade' } },
    })
    assert.deepEqual(Object.keys(indexes), ['article_tags_tag_id_article_id_index'])
    assert.equal(hints.components.article_tags, 'app')
  })

  test('come with functions, triggers and views', async ({ assert }) => {
    const { schema } = await wanted(
      modelOf(
        'counters',
        { id: field.id(), count: field.integer({ default: expression('first_number(1)') }) },
        {
          functions: [
            {
              name: 'first_number(int)',
              sql: `create function first_number(n int) returns int language sql as $$ select n $$`,
            },
            {
              name: 'twice(int)',
              sql: 'create function twice(n int) returns int language sql return n * 2',
            },
            {
              name: 'all_counters()',
              sql: `create function all_counters() returns setof counters_all language sql as 'select * from counters_all'`,
            },
            {
              name: 'bump()',
              sql: `create or replace function bump() returns trigger language plpgsql as $$
begin
  perform 1 from counters_seen;
  return new;
end $$;`,
            },
          ],
          triggers: [
            {
              name: 'counters_bump',
              when: 'before update',
              forEach: 'row',
              condition: 'old.count <> new.count',
              execute: 'bump()',
            },
          ],
          views: [
            {
              name: 'counters_all',
              sql: 'create view counters_all as select id from counters_seen',
            },
            {
              name: 'counters_seen',
              sql: 'create view counters_seen as select id, twice(count) from counters',
              comment: 'All',
            },
          ],
        }
      )
    )

    assert.deepEqual(Object.keys(schema.functions), [
      'all_counters()',
      'bump()',
      'first_number(integer)',
      'twice(integer)',
    ])
    assert.match(schema.functions['bump()'].source!, /^create or replace function bump/)
    assert.equal(schema.tables.counters.triggers.counters_bump.function, 'bump()')
    assert.match(
      schema.tables.counters.triggers.counters_bump.source!,
      /^create trigger counters_bump before update on counters\n/
    )
    assert.deepEqual(schema.views.counters_all.dependsOn, ['counters_seen.id'])
    assert.equal(schema.views.counters_seen.comment, 'All')
  })

  test('come with what they were called before, and how older rows are filled', async ({
    assert,
  }) => {
    const { hints } = await wanted(
      modelOf(
        'articles',
        {
          id: field.id(),
          headline: field.string({ renamedFrom: 'title' }),
          publicId: field.uuid({ unique: true }),
          givenId: field.uuid({ auto: false }),
        },
        { renamedFrom: 'posts' }
      )
    )

    assert.deepEqual(hints, {
      renamedTables: { articles: 'posts' },
      renamedColumns: { 'articles.headline': 'title' },
      fills: { 'articles.public_id': 'gen_random_uuid()' },
      components: { articles: 'app' },
    })
  })
})
