import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { Resource } from '#atrium/resource/main'
import testUtils from '@adonisjs/core/services/test_utils'
import { UniqueKeys } from '#atrium/interfaces/admin/imports/unique_keys'

/** A table whose unique indexes are of every kind */
const TABLE = `
  create table pots (
    id bigint primary key, name text, shelf int, place int, shape text, "order" text, gone_at timestamptz
  );
  create unique index on pots (lower(name collate "und-x-icu"));
  create unique index on pots (shelf, place);
  create unique index on pots (shape) where gone_at is null;
  create unique index on pots ("order");
  create index on pots (shape, place)`

const FIELDS = ['name', 'shelf', 'place', 'shape', 'order'].map(
  (column) => [column, { column, label: column.toUpperCase() }] as const
)
const pots = { table: 'pots', fields: new Map(FIELDS) } as unknown as Resource

test.group('Keys of rows that are not written', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    await db.rawQuery(TABLE)
  })

  async function keysOf(...rows: Record<string, unknown>[]) {
    const unique = await UniqueKeys.of(pots, db.connection())
    const lines = rows.map((values, index) => ({ line: index + 1, values }))
    return { unique, keys: await unique.keysOf(lines, db.connection()) }
  }

  /** Whether the second of two rows would be refused, and by what. */
  async function commonTo(one: Record<string, unknown>, other: Record<string, unknown>) {
    const { unique, keys } = await keysOf(one, other)
    unique.take(1, keys.get(1))
    return unique.find(keys.get(2))?.label
  }

  test('are those of the indexes: of expressions, of several columns, of some rows', async ({
    assert,
  }) => {
    assert.equal(await commonTo({ name: 'Ärmel' }, { name: 'äRMEL' }), 'NAME')
    assert.equal(
      await commonTo({ shelf: '1', place: '2' }, { place: '02', shelf: '1' }),
      'SHELF, PLACE'
    )
    assert.equal(await commonTo({ shape: 'round' }, { shape: 'round' }), 'SHAPE')
    assert.equal(await commonTo({ order: 'a' }, { order: 'a' }), 'ORDER')
  })

  test('tell rows apart that differ, that are out of an index, or do not say it', async ({
    assert,
  }) => {
    assert.isUndefined(await commonTo({ name: 'a' }, { name: 'b' }))
    assert.isUndefined(await commonTo({ shelf: 1, place: 2 }, { shelf: 1 }))
    const gone = { shape: 'round', gone_at: '2026-01-01' }
    assert.isUndefined(await commonTo(gone, { shape: 'round' }))
    assert.isUndefined(await commonTo({ name: null }, { name: null }))
  })

  test('are none of rows that the table has no room for; the others have theirs', async ({
    assert,
  }) => {
    const { keys } = await keysOf({ shelf: 'top', place: '1' }, { name: 'a?b' }, { place: 9e99 })
    assert.deepEqual([...keys.keys()], [2])
    assert.lengthOf(keys.get(2)!, 1)
  })
})
