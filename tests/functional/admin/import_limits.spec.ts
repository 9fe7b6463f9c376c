import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import testUtils from '@adonisjs/core/services/test_utils'
import { Run, RunWorker, Selection, resources } from '#atrium/resource/main'
import ImportFile from '#atrium/interfaces/admin/models/import_file'

import { administrator } from './people.ts'
import { checkOf, runChecked, send, upload, type Person } from './import_steps.ts'

const idIn = (address: string) => address.split('/').at(-1)!

/** Files of somebody that were uploaded one after the other. */
async function uploads(client: ApiClient, person: Person, count: number) {
  const ids: string[] = []
  for (let number = 1; number <= count; number++) {
    const { address } = await upload(client, person, `Name\nn${number}`, 't.csv', 'tags')
    ids.push(idIn(address))
  }
  return ids
}

function makeOlder(table: string, id: string, time: string) {
  return db
    .from(table)
    .where({ id })
    .update({ created_at: db.raw(`current_timestamp - interval '${time}'`) })
}

async function keptFiles() {
  const files = await ImportFile.query().select('id').orderBy('id')
  return files.map(({ id }) => id)
}

test.group('Uploads of imports', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are kept up to twenty a person: the oldest makes room', async ({ client, assert }) => {
    const [person, other] = [await administrator(), await administrator()]
    const [own] = await uploads(client, other, 1)
    const ids = await uploads(client, person, 21)

    const kept = await keptFiles()
    assert.lengthOf(kept, 21)
    assert.include(kept, own)
    assert.notInclude(kept, ids[0])
    assert.include(kept, ids[20])
  }).timeout(30_000)

  test('never make room while they are imported: then the next one is refused, and told why', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const ids = await uploads(client, person, 20)
    for (const id of ids) await checkOf(client, person, `/admin/tags/import/${id}`)
    await Run.query().update({ state: 'waiting' })

    const { answer, address } = await upload(client, person, 'Name\none more', 't.csv', 'tags')
    assert.equal(address, '')
    answer.assertStatus(422)
    answer.assertTextIncludes('20 imports of yours are at work')
    assert.sameMembers(await keptFiles(), ids)
  }).timeout(30_000)

  test('are deleted after a day, or a week after they were imported, but not at work', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const [fresh, forgotten, imported, old, atWork] = await uploads(client, person, 5)
    for (const id of [imported, old]) await runChecked(client, person, `/admin/tags/import/${id}`)
    for (const id of [forgotten, atWork]) await checkOf(client, person, `/admin/tags/import/${id}`)
    await Run.query().whereRaw(`task ->> 'file' = ?`, [atWork]).update({ state: 'running' })
    for (const id of [forgotten, imported, atWork]) await makeOlder('admin_imports', id, '25 hours')
    await makeOlder('admin_imports', old, '8 days')

    await new RunWorker(resources).tidy()

    assert.sameMembers(await keptFiles(), [fresh, imported, atWork])
    const checks = await Run.query().where('action', 'import_check')
    assert.sameMembers(
      checks.map(({ task }) => task.file),
      [imported, atWork]
    )
    assert.lengthOf(await Run.query().where('action', 'import'), 2)
  }).timeout(30_000)

  test('leave the reports of the last twenty imports', async ({ client, assert }) => {
    const person = await administrator()
    const ids = await uploads(client, person, 21)
    for (const id of ids.slice(1)) await runChecked(client, person, `/admin/tags/import/${id}`)
    const [first] = await Run.query().where('action', 'import').orderBy('id').limit(1)
    await Run.createMany([{ ...first.$attributes, id: '01900000-0000-7000-8000-000000000000' }])
    await makeOlder('runs', '01900000-0000-7000-8000-000000000000', '1 hour')

    await uploads(client, person, 1)
    const left = await Run.query().where('action', 'import')
    assert.lengthOf(left, 20)
    assert.include(
      left.map(({ id }) => id),
      first.id
    )
  }).timeout(60_000)
})

test.group('Selections of somebody', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are kept up to a hundred, for a day', async ({ client, assert }) => {
    const [person, other] = [await administrator(), await administrator()]
    const select = (who: Person) => send(client, who, '/admin/tags/selections', { all: '1' })
    const own = idIn((await select(other)).header('location')!)
    const first = idIn((await select(person)).header('location')!)
    const { id, ...values } = (await Selection.findOrFail(first)).$attributes
    await makeOlder('selections', id, '1 hour')
    await Selection.createMany(Array.from({ length: 99 }, () => values))

    const last = idIn((await select(person)).header('location')!)
    assert.isNull(await Selection.find(first))
    assert.exists(await Selection.find(last))
    assert.lengthOf(await Selection.query().where('actor', String(person.id)), 100)
    assert.exists(await Selection.find(own))

    await makeOlder('selections', own, '25 hours')
    await new RunWorker(resources).tidy()
    assert.isNull(await Selection.find(own))
    assert.exists(await Selection.find(last))
  })
})
