import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'

import { configOf, findModels, generate, runMigrations, Scratch } from '#atrium/migrations/main'

test('models and migrations agree', async ({ assert }) => {
  const generated = await generate({
    models: await findModels(app),
    runMigrations: (url) => runMigrations({ app, db, url }),
    scratch: { database: () => Scratch.open(process.env.DATABASE_URL!) },
    rows: null,
    answers: {},
    unmanaged: configOf(app).unmanaged,
  })

  assert.deepEqual(generated.differences, [], 'Say `node ace migration:generate`')
}).timeout(60_000)
