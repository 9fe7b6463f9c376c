import { join } from 'node:path'
import { test } from '@japa/runner'
import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'

import { SmallProject } from './small_project.ts'

const SHOP = `
  create table customers (id serial primary key, name varchar(80) not null);
  create table orders (
    id serial primary key,
    customer_id integer not null references customers on delete cascade,
    total numeric(12, 2) not null default 0.00 check (total >= 0)
  );
  create index orders_by_customer on orders (customer_id, total desc);
  insert into customers (name) values ('Ada')`

test.group('node ace model:inspect', (group) => {
  let project: SmallProject

  group.tap((each) => each.timeout(120_000))
  group.each.setup(async () => {
    project = await SmallProject.make()
    await project.database.query(SHOP)
    return () => project.remove()
  })

  const models = () => readdir(join(project.folder, 'app/shop/models'))

  test('writes models with which a database that has rows is adopted', async ({ assert }) => {
    const inspecting = await project.ace(['model:inspect', '--component=shop'])
    assert.equal(inspecting.errors, '')
    assert.sameMembers(await models(), ['customer.ts', 'order.ts'])
    const customer = await readFile(join(project.folder, 'app/shop/models/customer.ts'), 'utf8')
    assert.include(customer, 'declare orders: HasMany<typeof Order>')

    const generating = await project.ace(['migration:generate', 'initial'])
    assert.equal(generating.errors, '')
    assert.deepEqual(await project.migrations(), ['initial.ts'])

    const recording = await project.ace(['migration:run', '--fake=initial'])
    assert.equal(recording.errors, '')
    assert.match(recording.output, /recorded as applied database\/migrations\/\d+_initial/)

    const [running, checking, again] = await Promise.all([
      project.ace(['migration:run']),
      project.ace(['migration:generate', '--check']),
      project.ace(['model:inspect', '--component=shop']),
    ])
    assert.include(running.output, 'Already up to date')
    assert.equal(checking.code, 0, checking.output + checking.errors)
    assert.include(again.output, 'Every table has a model already')
    assert.equal(await project.value('select name from customers'), 'Ada')
  })

  test('overwrites nothing, and only shows what it is asked to show', async ({ assert }) => {
    await project.file('app/shop/models/order.ts', '// mine\n')
    const [shown, refused, unknown, misnamed] = await Promise.all([
      project.ace(['model:inspect', 'customers', '--component=shop', '--dry-run']),
      project.ace(['model:inspect', '--component=shop']),
      project.ace(['model:inspect', 'costumers', '--component=shop']),
      project.ace(['migration:run', '--fake=initial']),
    ])

    assert.include(shown.output, 'export default class Customer extends Model')
    assert.include(refused.errors, 'E_FILE_EXISTS')
    assert.include(unknown.errors, 'There is no table "costumers"')
    assert.include(misnamed.errors, 'No migration called "initial" is pending')
    assert.deepEqual(
      [shown, refused, unknown, misnamed].map(({ code }) => code),
      [0, 1, 1, 1]
    )
    assert.deepEqual(await models(), ['order.ts'])
    assert.isFalse(existsSync(join(project.folder, 'database/migrations')))
  })
})
