import { Client } from 'pg'
import { test } from '@japa/runner'
import { field } from '#atrium/model/main'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import { modelOf } from '#tests/migrations/model_of'
import { ScratchDatabases } from '#tests/migrations/scratch_databases'
import { valueOf } from '#tests/unit/postgres/value_of'
import { generate, planners, Scratch, wantedSchema } from '#atrium/migrations/main'
import type { Answers, GenerateOptions, Question } from '#atrium/migrations/main'

const url = process.env.DATABASE_URL!
const scratch = new ScratchDatabases(url)
const owned = (model: LucidModel) => [{ component: 'quarry', model }]

/** As if migrations had made the tables of this model. */
function generateFrom(before: LucidModel, after: LucidModel, more: Partial<GenerateOptions> = {}) {
  return generate({
    models: owned(after),
    runMigrations: async (database) => {
      const { sql } = await scratch.lend((empty) => wantedSchema(owned(before), empty))
      const client = new Client({ connectionString: database })
      await client.connect()
      await client.query(sql.join(';\n'))
      await client.end()
    },
    scratch,
    rows: null,
    answers: {},
    ...more,
  })
}

const Stone = () => modelOf('stones', { id: field.id(), colour: field.string() })
const Weighed = () =>
  modelOf('stones', {
    id: field.id(),
    colour: field.string(),
    weight: field.integer({ nullable: true }),
  })
const Renamed = () =>
  modelOf('stones', { id: field.id(), color: field.string(), weight: field.integer() })

test.group('Generating migrations', (group) => {
  group.tap((each) => each.timeout(30_000))
  group.teardown(() => scratch.close())

  test('gives a migration for its component, and none where nothing differs', async ({
    assert,
  }) => {
    const generated = await generateFrom(Stone(), Weighed())
    assert.containsSubset(generated, {
      questions: [],
      isUpToDate: false,
      differences: ['add stones.weight (integer)'],
      drafts: [
        {
          component: 'quarry',
          name: 'add_weight_to_stones',
          up: ['alter table stones add column weight integer'],
          down: ['alter table stones drop column weight'],
        },
      ],
    })

    const again = await generateFrom(Weighed(), Weighed())
    assert.containsSubset(again, { questions: [], isUpToDate: true, drafts: [], differences: [] })
  })

  test('asks until nothing is open, what depends on an answer after it', async ({ assert }) => {
    const asked: string[][] = []
    const replies: Answers = { 'rename:stones.colour': 'color', 'fill:stones.weight': '7' }
    const ask = async (questions: Question[]) => {
      asked.push(questions.map(({ id }) => id))
      return Object.fromEntries(questions.map(({ id }) => [id, replies[id]]))
    }
    const generated = await generateFrom(Stone(), Renamed(), { ask })

    assert.deepEqual(asked, [['rename:stones.colour'], ['fill:stones.weight']])
    assert.isTrue('drafts' in generated && generated.drafts.length > 0)
  })

  test('is called what it is told to be called', async ({ assert }) => {
    const generated = await generateFrom(Stone(), Weighed(), { name: 'weigh_all' })

    assert.containsSubset(generated, { drafts: [{ name: 'weigh_all' }] })
  })

  test('gives nothing that was not proven', async ({ assert, cleanup }) => {
    const { addColumn } = planners
    cleanup(() => void (planners.addColumn = addColumn))

    planners.addColumn = (...given) =>
      addColumn(...given).map((piece) => ({ ...piece, up: ['select 1'], down: ['select 1'] }))
    const forgotten = await generateFrom(Stone(), Weighed()).catch((error) => error)
    assert.equal(forgotten.code, 'E_MIGRATION_NOT_PROVEN')
    assert.match(forgotten.message, /goes forth.*\n {2}add stones\.weight \(integer\)\n/)

    planners.addColumn = (...given) =>
      addColumn(...given).map((piece) => ({ ...piece, down: ['drop nothing'] }))
    const oneWay = await generateFrom(Stone(), Weighed()).catch((error) => error)
    assert.equal(oneWay.code, 'E_MIGRATION_NOT_PROVEN')
    assert.match(oneWay.message, /goes back in an empty database: syntax error.*\n\ndrop nothing/)

    planners.addColumn = (...given) =>
      addColumn(...given).map((piece) => ({ ...piece, down: ['select 1'] }))
    const stays = await generateFrom(Stone(), Weighed()).catch((error) => error)
    assert.equal(stays.code, 'E_MIGRATION_NOT_PROVEN')
    assert.match(stays.message, /goes back.*\n {2}remove stones\.weight\n/)
  })

  test('says which answer PostgreSQL does not understand', async ({ assert }) => {
    const Required = modelOf('stones', {
      id: field.id(),
      colour: field.string(),
      weight: field.integer(),
    })
    const error = await generateFrom(Stone(), Required, {
      answers: { 'fill:stones.weight': 'heavy(colour)' },
    }).catch((reason) => reason)

    assert.match(error.message, /heavy/)
    assert.match(error.code, /^E_/)
  })

  test('leaves no database behind, whatever happens', async ({ assert }) => {
    const made: string[] = []
    const counted = {
      database: async () => {
        const database = await Scratch.open(url)
        made.push(database.name)
        return database
      },
    }
    const Impossible = modelOf('stones', { id: field.id(), x: field.custom('no_such_type') })

    await generateFrom(Stone(), Weighed(), { scratch: counted })
    await generateFrom(Stone(), Renamed(), { scratch: counted })
    await assert.rejects(() =>
      generateFrom(Stone(), Weighed(), {
        scratch: counted,
        runMigrations: () => Promise.reject(new Error('no')),
      })
    )
    await assert.rejects(() => generateFrom(Stone(), Impossible, { scratch: counted }))

    assert.lengthOf(made, 8)
    assert.equal(
      await valueOf(
        url,
        `select count(*)::int from pg_database where datname = any('{${made.join(',')}}')`
      ),
      0
    )
  })
})
