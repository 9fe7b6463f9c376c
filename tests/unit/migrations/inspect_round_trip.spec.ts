import { test } from '@japa/runner'
import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import type { Schema } from '#atrium/migrations/main'

import { differences, inspected } from './inspected.ts'

const foreignSchema = () =>
  readFile(app.makePath('tests/fixtures/migrations/foreign_schema.sql'), 'utf8')

test.group('Models that were written from a database', () => {
  test('make 44 tables with everything in them again, exactly', async ({ assert }) => {
    const foreign = await inspected(await foreignSchema())
    const { changes, wanted } = await differences(foreign)

    assert.lengthOf(Object.keys(foreign.schema.tables), 44)
    assert.lengthOf(foreign.files, 42)
    assert.deepEqual(foreign.notes, [])
    assert.deepEqual(changes, [])
    assert.deepEqual(plain(wanted), plain(foreign.schema))
  }).timeout(60_000)
})

/** Without the models' own words, and with one way to say now */
function plain(schema: Schema) {
  return JSON.parse(
    JSON.stringify(schema, (key, value) =>
      key === 'source' ? undefined : value === 'now()' ? 'CURRENT_TIMESTAMP' : value
    )
  )
}
