import { test } from '@japa/runner'
import { rm } from 'node:fs/promises'

import { MigrationFolder } from './migration_folder.ts'

const CREATE = `async up() { this.sql('create table stones (id int primary key)') }`
const WEIGH = `async up() { this.sql('alter table stones add weight int') }`

test.group('Running where migrations were squashed', (group) => {
  let folder: MigrationFolder

  group.each.setup(async () => {
    folder = await MigrationFolder.create()
    return () => folder.remove()
  })

  test('a squashed migration counts as run where those that it replaces have', async ({
    assert,
  }) => {
    const paths = [await folder.write('1_create', CREATE), await folder.write('2_weigh', WEIGH)]
    await folder.up()
    const [create, weigh] = await booked()
    for (const path of paths) await rm(path)

    await folder.write('3_squashed', `static replaces = ['${create}', '${weigh}']\n${CREATE}`)
    assert.deepEqual(await folder.up(), [])
    assert.deepEqual(await booked(), [weigh.replace('2_weigh', '3_squashed')])
  })

  test('files that have run are not imported again', async ({ assert }) => {
    await folder.write('1_create', CREATE)
    await folder.up()
    await folder.write('0_gone', `static { throw new Error('imported') }`)
    await folder.database.query(
      `insert into adonis_schema (name, batch)
       select replace(name, '1_create', '0_gone'), batch from adonis_schema`
    )
    await folder.write('2_weigh', WEIGH)

    assert.deepEqual(await folder.up(), ['2_weigh'])
  })

  async function booked() {
    const { rows } = await folder.database.query('select name from adonis_schema order by id')
    return rows.map(({ name }) => name as string)
  }
})
