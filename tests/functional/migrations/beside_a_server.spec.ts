import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'

test('migrations that run within a server leave its connections as they are', async ({
  assert,
}) => {
  const before = db.connection().getWriteClient()

  const command = await ace.exec('migration:run', ['--compact-output'])
  assert.equal(command.exitCode ?? 0, 0)
  assert.strictEqual(db.connection().getWriteClient(), before)
})
