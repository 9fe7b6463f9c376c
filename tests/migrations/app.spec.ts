import { join } from 'node:path'
import { rm } from 'node:fs/promises'
import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import type { Draft, GenerateOptions } from '#atrium/migrations/main'
import {
  MigrationFiles,
  configOf,
  findModels,
  generate,
  lint,
  runMigrations,
  writeFiles,
} from '#atrium/migrations/main'

import { schemaAt } from './schema_at.ts'
import { serverOfTests } from './test_cases.ts'
import { ScratchDatabases } from './scratch_databases.ts'

test.group("The application's own models and migrations", (group) => {
  let scratch: ScratchDatabases

  group.tap((each) => each.timeout(60_000))
  group.setup(() => {
    scratch = new ScratchDatabases(serverOfTests())
    return () => scratch.close()
  })

  /** What is to be generated after these files have run. */
  async function generated(runFiles: GenerateOptions['runMigrations']) {
    return generate({
      models: await findModels(app),
      runMigrations: runFiles,
      scratch,
      rows: null,
      answers: {},
      unmanaged: configOf(app).unmanaged,
    })
  }

  /** The schema that the files of a folder make, those of the application unless another is named. */
  function schemaOf(folder?: string) {
    return scratch.lend(async (url) => {
      await runMigrations({ app, db, url, paths: folder ? [folder] : undefined })
      return schemaAt(url)
    })
  }

  test('agree', async ({ assert }) => {
    const { differences } = await generated((url) => runMigrations({ app, db, url }).then())

    assert.deepEqual(differences, [], 'Say `node ace migration:generate`')
  })

  test('have nothing in them that lint finds', async ({ assert }) => {
    const files = new MigrationFiles(app, db)
    const migrations = []
    for (const file of await files.all()) migrations.push(await files.written(file))

    const findings = await lint(migrations)
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error'),
      [],
      'Say `node ace migration:lint`'
    )
  })

  test('migrations generated anew, from nothing, make the same schema', async ({
    assert,
    cleanup,
  }) => {
    const folder = join('tmp', 'migration_cases', randomUUID())
    cleanup(() => rm(folder, { recursive: true, force: true }))

    const anew = await generated(async () => {})
    await writeFiles((anew as { drafts: Draft[] }).drafts, folder)
    assert.deepEqual(await schemaOf(folder), await schemaOf())
  })
})
