import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { Scratch } from '#atrium/migrations/main'
import { runCommand } from '#tests/functional/platform/run_command'
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'

const PARTS = ['ace.js', 'package.json', 'tsconfig.json', '.env.example', 'atrium', 'bin']
const WIRES = ['app', 'database', 'encryption', 'logger', 'migrations'].map(
  (name) => `config/${name}.ts`
)

/** An application of which there is nothing yet */
const RC_FILE = `
import { defineConfig } from '@adonisjs/core/app'

export default defineConfig({
  commands: [
    () => import('@adonisjs/core/commands'),
    () => import('@adonisjs/lucid/commands'),
    () => import('#atrium/migrations/commands'),
  ],
  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('#atrium/postgres/postgres_provider'),
    () => import('@adonisjs/lucid/database_provider'),
  ],
})`

const SHOP = `
  create table customers (id serial primary key, name varchar(80) not null);
  create table orders (
    id serial primary key,
    customer_id integer not null references customers on delete cascade,
    total numeric(12, 2) not null default 0.00 check (total >= 0)
  );
  create index orders_by_customer on orders (customer_id, total desc);
  insert into customers (name) values ('Ada')`

test.group('model:inspect', (group) => {
  let project: string
  let shop: Scratch

  group.each.setup(async () => {
    project = await mkdtemp(join(tmpdir(), 'atrium-inspect-'))
    for (const part of [...PARTS, ...WIRES, 'start/env.ts']) {
      await cp(app.makePath(part), join(project, part), { recursive: true })
    }
    await mkdir(join(project, 'app'))
    await mkdir(join(project, 'database/migrations'), { recursive: true })
    await writeFile(join(project, 'adonisrc.ts'), RC_FILE)
    await symlink(app.makePath('node_modules'), join(project, 'node_modules'))
    shop = await Scratch.open(process.env.DATABASE_URL!)
    await shop.query(SHOP)

    return async () => {
      await shop.drop()
      await rm(project, { recursive: true })
    }
  })

  const ace = (...args: string[]) =>
    runCommand(['ace.js', ...args], {
      cwd: project,
      env: { DATABASE_URL: shop.url, MIGRATION_SCRATCH_URL: process.env.DATABASE_URL },
    })

  test('writes models that a database with data can be adopted with', async ({ assert }) => {
    const inspecting = await ace('model:inspect', '--component=shop')
    assert.equal(inspecting.code, 0, inspecting.errors + inspecting.output)
    assert.sameMembers(await readdir(join(project, 'app/shop/models')), ['customer.ts', 'order.ts'])
    const customer = await readFile(join(project, 'app/shop/models/customer.ts'), 'utf8')
    assert.include(customer, 'declare orders: HasMany<typeof Order>')

    const generating = await ace('migration:generate', 'initial')
    assert.equal(generating.code, 0, generating.errors)
    const [file] = await readdir(join(project, 'database/migrations'))
    assert.match(file, /^\d+_initial\.ts$/)

    const recording = await ace('migration:run', '--fake=initial')
    assert.equal(recording.code, 0, recording.errors)
    assert.include(recording.output, `recorded as applied database/migrations/${file.slice(0, -3)}`)

    const [running, checking, again] = await Promise.all([
      ace('migration:run'),
      ace('migration:generate', '--check'),
      ace('model:inspect', '--component=shop'),
    ])
    assert.include(running.output, 'Already up to date')
    assert.equal(checking.code, 0, checking.output)
    assert.include(again.output, 'Every table has a model already')
    assert.equal((await shop.query('select name from customers')).rows[0].name, 'Ada')
  }).timeout(120_000)

  test('writes nothing where something is, and nothing when it is asked to show it', async ({
    assert,
  }) => {
    const shown = await ace('model:inspect', 'customers', '--component=shop', '--dry-run')
    assert.include(shown.output, 'export default class Customer extends Model')
    assert.deepEqual(await readdir(join(project, 'app')), [])

    await mkdir(join(project, 'app/shop/models'), { recursive: true })
    await writeFile(join(project, 'app/shop/models/order.ts'), '// mine\n')
    const refused = await ace('model:inspect', '--component=shop')
    assert.equal(refused.code, 1)
    assert.include(refused.errors, 'E_FILE_EXISTS')
    assert.deepEqual(await readdir(join(project, 'app/shop/models')), ['order.ts'])

    const unknown = await ace('model:inspect', 'costumers', '--component=shop')
    assert.equal(unknown.code, 1)
    assert.include(unknown.errors, 'There is no table "costumers"')

    const misnamed = await ace('migration:run', '--fake=initial')
    assert.equal(misnamed.code, 1)
    assert.include(misnamed.errors, 'No migration called "initial" is pending')
  }).timeout(120_000)
})
