import { test } from '@japa/runner'
import { constraint, expression, field, index } from '#atrium/model/main'
import { readSchema, runEach, Scratch, wantedSchema, type Schema } from '#atrium/migrations/main'

import { everyKind } from './every_kind.ts'
import { modelOf } from '../../migrations/model_of.ts'

/** A server of PostgreSQL 15, the oldest one that migrations run on */
const OLDER = process.env.POSTGRES_15_URL

function models() {
  const Room = modelOf('rooms', { id: field.id(), name: field.string({ unique: true }) })
  const Stay: any = modelOf(
    'stays',
    {
      id: field.id(),
      roomId: field.foreignKey(() => Room, { onDelete: 'cascade', comment: 'Where' }),
      nextId: field.foreignKey(() => Stay, { nullable: true, deferrable: 'deferred' }),
      during: field.custom('daterange'),
      state: field.enum(['asked', 'booked'], { default: 'asked' }),
      order: field.integer({ check: '"order" > 0' }),
    },
    {
      comment: 'Nights',
      storage: { fillfactor: 70 },
      extensions: ['btree_gist'],
      indexes: [
        index([expression('lower(during)')], {
          where: `state = 'booked'`,
          include: ['order'] as never,
        }),
        index(['order desc'] as never, { unique: true, nullsNotDistinct: true, comment: 'First' }),
      ],
      constraints: [
        constraint.exclude('stays_apart', 'using gist (room_id with =, during with &&)'),
        constraint.unique(['roomId', 'order'] as never, { include: ['state'] as never }),
      ],
      functions: [
        {
          name: 'bump()',
          sql: 'create function bump() returns trigger language plpgsql as $$ begin return new; end $$',
        },
      ],
      triggers: [{ name: 'bump', when: 'before update', forEach: 'row', execute: 'bump()' }],
      views: [
        {
          name: 'booked',
          sql: `create view booked as select id from stays where state = 'booked'`,
        },
      ],
    }
  )
  return [Room, Stay, ...everyKind()].map((model) => ({ component: 'app', model }))
}

/** What the models want, on a server, with the statements that make it. */
async function wantedOn(url: string) {
  const scratch = await Scratch.open(url)
  try {
    return await wantedSchema(models(), scratch)
  } finally {
    await scratch.drop()
  }
}

async function madeOn(url: string, sql: string[]) {
  const scratch = await Scratch.open(url)
  try {
    await runEach(scratch, sql)
    return await readSchema(scratch)
  } finally {
    await scratch.drop()
  }
}

/** Without the models' words, which are not in the database. */
function plain(schema: Schema) {
  return JSON.parse(JSON.stringify(schema, (key, value) => (key === 'source' ? undefined : value)))
}

test.group('A schema that models want', (group) => {
  group.tap((each) => each.timeout(30_000))

  test('is the same when its statements run one by one', async ({ assert }) => {
    const { schema, sql } = await wantedOn(process.env.DATABASE_URL!)
    assert.deepEqual(await madeOn(process.env.DATABASE_URL!, sql), plain(schema))
  })

  test('is the same on the oldest PostgreSQL', async ({ assert }) => {
    const { schema, sql } = await wantedOn(process.env.DATABASE_URL!)
    const older = await madeOn(OLDER!, sql)

    /* Views are said in other words there: with the name of the table before each column. */
    older.views.booked.definition = schema.views.booked.definition
    assert.deepEqual(older, plain(schema))
  }).skip(!OLDER, 'needs a server of PostgreSQL 15 at POSTGRES_15_URL')
})
