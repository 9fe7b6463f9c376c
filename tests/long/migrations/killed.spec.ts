import { join } from 'node:path'
import { test } from '@japa/runner'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'

import { valueOf } from '#tests/unit/postgres/value_of'
import { compare } from '#atrium/migrations/main'
import { schemaAt } from '#tests/migrations/schema_at'
import { SmallProject } from '#tests/functional/migrations/small_project'

/** At how many of the statements a run is killed, evenly spread, in the order of chance */
const KILLS = 16

/** Ends the process without a word, a moment after it has sent so many statements */
const KILLER = `
import pg from 'pg'
import { writeFileSync } from 'node:fs'

const { query } = pg.Client.prototype
let count = 0
pg.Client.prototype.query = function (...given) {
  const result = query.apply(this, given)
  if (++count === Number(process.env.KILL_AT)) {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), Math.random() * 4)
  }
  return result
}
process.on('exit', () => writeFileSync('statements', String(count)))
`

const QUARRY = `import { Model, field } from '#atrium/model/main'
export default class Quarry extends Model {
  @field.id() declare id: number
}
`

/** Everything that a value of each row says, whatever the order of columns. */
const CONTENTS = `
  select md5(string_agg(row::text, '' order by id))
  from (select id, color, name, weight, grain, quarry_id from stones) as row`

test.group('A migration that is killed', () => {
  test('goes on where it was, at whatever statement that happened', async ({ assert, cleanup }) => {
    const project = await SmallProject.make()
    cleanup(() => project.remove())
    const before = await databaseLike('template0')
    cleanup(() => before.drop())
    await prepare(project, before.url)

    const expected = await databaseLike(before.name)
    cleanup(() => expected.drop())
    await run(project, expected.url)
    const schema = await schemaAt(expected.url)
    const contents = await valueOf(expected.url, CONTENTS)
    const statements = Number(await readFile(join(project.folder, 'statements'), 'utf8'))
    assert.isAbove(statements, 30)

    for (let kill = 0; kill < KILLS; kill++) {
      const at = 1 + Math.floor(((kill + Math.random()) * statements) / KILLS)
      const database = await databaseLike(before.name)

      const killed = await run(project, database.url, { KILL_AT: String(at) })
      const again = await run(project, database.url)
      assert.equal(again.code, 0, `killed at ${at} (${killed.code}): ${again.errors}`)
      assert.deepEqual(compare(await schemaAt(database.url), schema), [], `killed at ${at}`)
      assert.equal(await valueOf(database.url, CONTENTS), contents, `killed at ${at}`)
      await database.drop()
    }
  }).timeout(600_000)
})

/** A table with rows, and a set of migrations that changes it in every way that needs a file of its own. */
async function prepare(project: SmallProject, url: string) {
  const ace = (command: string[]) => project.ace(command, { DATABASE_URL: url })

  await project.file('kill_at.mjs', KILLER)
  await project.model(`
    @field.string() declare colour: string
    @field.string({ nullable: true }) declare name: string | null
    @field.text({ nullable: true }) declare note: string | null`)
  await project.file('app/quarry/models/quarry.ts', QUARRY)
  await ace(['migration:generate'])
  await ace(['migration:run'])
  await valueOf(url, 'insert into quarries select from generate_series(1, 5)')
  await valueOf(
    url,
    `insert into stones (colour, name, note)
     select 'colour ' || i % 7, 'stone ' || i, 'note' from generate_series(1, 20000) i`
  )

  await project.model(
    `
    @field.string() declare color: string
    @field.string({ unique: true, default: 'nameless' }) declare name: string
    @field.integer({ check: 'weight > 0' }) declare weight: number
    @field.enum(['fine', 'coarse']) declare grain: 'fine' | 'coarse'
    @field.foreignKey(() => Quarry) declare quarryId: number`,
    `static indexes = [{ parts: ['color', 'weight desc'] }]`
  )
  await project.file('app/quarry/models/quarry.ts', QUARRY)
  const path = 'app/quarry/models/stone.ts'
  const text = await readFile(join(project.folder, path), 'utf8')
  await project.file(path, `import Quarry from './quarry.ts'\n${text}`)

  const answers = {
    'rename:stones.colour': 'color',
    'rename:stones.note': 'drop',
    'fill:stones.name': "'stone ' || id",
    'fill:stones.weight': 'id',
    'fill:stones.grain': `'fine'`,
    'fill:stones.quarry_id': '1 + id % 5',
  }
  const given = Object.entries(answers).map(([id, answer]) => `--answer=${id}=${answer}`)
  const { code, output, errors } = await ace(['migration:generate', ...given])
  if (code !== 0) throw new Error(output + errors)
}

function run(project: SmallProject, url: string, env: NodeJS.ProcessEnv = {}) {
  return project.ace(['migration:run', '--accept-data-loss'], {
    DATABASE_URL: url,
    NODE_OPTIONS: '--import=./kill_at.mjs',
    ...env,
  })
}

/** A database with all that is in another one, to which nobody may be connected. */
async function databaseLike(template: string) {
  const server = process.env.DATABASE_URL!
  const name = `atrium_killed_${randomBytes(4).toString('hex')}`
  await valueOf(server, `create database ${name} template ${template}`)

  const url = new URL(server)
  url.pathname = `/${name}`
  const drop = () => valueOf(server, `drop database if exists ${name} with (force)`)
  return { name, url: url.href, drop }
}
