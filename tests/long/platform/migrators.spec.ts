import { test } from '@japa/runner'
import { randomBytes } from 'node:crypto'
import app from '@adonisjs/core/services/app'

import { valueOf } from '#tests/unit/postgres/value_of'
import { runCommand } from '#tests/functional/platform/run_command'

test('of four migrators that start at once one migrates, the others wait, and none fails', async ({
  assert,
  cleanup,
}) => {
  const maintenance = process.env.DATABASE_URL!
  const url = new URL(maintenance)
  url.pathname = `/atrium_migrated_${randomBytes(4).toString('hex')}`
  const name = url.pathname.slice(1)
  await valueOf(maintenance, `create database ${name}`)
  cleanup(() => valueOf(maintenance, `drop database ${name} with (force)`))

  const migrate = () =>
    runCommand(['ace.js', 'migration:run', '--force'], {
      cwd: app.makePath(),
      env: { NODE_ENV: 'production', DATABASE_URL: url.href },
    })
  const ends = await Promise.all([migrate(), migrate(), migrate(), migrate()])

  assert.deepEqual(
    ends.map(({ code }) => code),
    [0, 0, 0, 0],
    ends.map(({ output, errors }) => output + errors).join('\n')
  )
  assert.lengthOf(
    ends.filter(({ output }) => output.includes('Migrated in')),
    1
  )
  assert.equal(
    await valueOf(url.href, 'select count(*) = count(distinct name) from adonis_schema'),
    true
  )
}).timeout(120_000)
