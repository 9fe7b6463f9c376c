import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { setTimeout } from 'node:timers/promises'
import Tag from '#app/publishing/models/tag'
import Article from '#app/publishing/models/article'
import testUtils from '@adonisjs/core/services/test_utils'
import { emptyTables } from '#tests/empty_tables'
import { Run, RunWorker, resources } from '#atrium/resource/main'
import User from '#app/accounts/models/user'
import { UserFactory } from '#database/factories/user_factory'

import { administrator } from './people.ts'
import { checkIn, checkOf, countsIn, runChecked, send, upload } from './import_steps.ts'

/** Tags `n1`, `n2` and so on, as a file. */
function tagsFile(count: number, others: string[] = []) {
  const names = Array.from({ length: count }, (_, index) => `n${index + 1}`)
  return ['Name', ...names, ...others].join('\n')
}

function workOff() {
  return new RunWorker(resources).workOff()
}

test.group('Checks of an import', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('go on in the background to the end of a long file, and say what was found so far', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    await Tag.createMany([{ name: 'n1' }, { name: 'n2' }])
    const again = Array.from({ length: 490 }, () => 'n5')
    const file = tagsFile(109, [...again, 'x'.repeat(61)])
    const { address } = await upload(client, person, file, 't.csv', 'tags')
    await send(client, person, address, { 'columns[0]': 'name', 'match': 'name' })

    const begun = await checkOf(client, person, address)
    assert.include(begun, 'http-equiv="refresh"')
    assert.include(begun, '0 of 600')
    assert.isUndefined(checkIn(begun))

    await workOff()
    const check = await checkOf(client, person, address)
    assert.notInclude(check, 'http-equiv="refresh"')
    assert.deepInclude(countsIn(check), {
      create: 107,
      update: 0,
      unchanged: 2,
      skip: 490,
      refuse: 1,
    })
    assert.match(check, /<td class="is-number">601<\/td>[^]*60 characters/)
    assert.lengthOf(await Tag.query().where('name', 'like', 'n%'), 2)

    const problems = await client.get(`/admin/runs/${checkIn(check)}/problems.csv`).loginAs(person)
    const lines = problems.text().trim().split('\r\n')
    assert.lengthOf(lines, 492)
    assert.match(lines[1], /^n5,111,skipped,Line 6 has the same Name$/)
  }).timeout(60_000)

  test('are stopped by whoever wants, and the rest is checked by the import', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const file = tagsFile(
      1,
      Array.from({ length: 500 }, () => 'n1')
    )
    const { address } = await upload(client, person, file, 't.csv', 'tags')
    const begun = await checkOf(client, person, address)
    const [, cancel] = /action="(\/admin\/runs\/[^"]+\/cancel)"/.exec(begun)!

    const stopped = await send(client, person, cancel, {})
    const report = await client.get(stopped.header('location')!).redirects(0).loginAs(person)
    assert.equal(report.header('location'), `${address}?step=check`)
    const check = await checkOf(client, person, address)
    assert.include(check, '0 lines were tried')

    await runChecked(client, person, address)
    await workOff()
    assert.lengthOf(await Tag.query().where('name', 'like', 'n%'), 1)
  }).timeout(60_000)

  test('know what another process found out before it ended', async ({ client, assert }) => {
    const person = await administrator()
    const file = tagsFile(598, ['n5', 'n598'])
    const { address } = await upload(client, person, file, 't.csv', 'tags')
    await send(client, person, address, { 'columns[0]': 'name' })
    await checkOf(client, person, address)

    const once = new RunWorker(resources)
    const ended = once.workOff()
    await once.stop()
    await ended
    const run = await Run.findByOrFail('action', 'import_check')
    assert.deepEqual([run.state, run.succeeded], ['waiting', 100n])

    await workOff()
    const check = await checkOf(client, person, address)
    assert.deepInclude(countsIn(check), { create: 598, refuse: 2 })
    assert.include(check, 'Line 6 has the same Name')
  }).timeout(60_000)

  test('tell of names that a file has twice as the database tells them apart', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const file = 'Username,Email\nGrace,grace@example.com\ngrace,other@example.com'
    const { address } = await upload(client, person, file, 'u.csv', 'users')
    await send(client, person, address, { columns: ['username', 'email'] })

    const check = await checkOf(client, person, address)
    assert.include(check, 'Line 2 has the same Username')
    assert.lengthOf(await User.query().whereILike('username', 'grace'), 0)
  })

  test('are done again when the choices are others, or an import came of them', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const { address } = await upload(client, person, tagsFile(2), 't.csv', 'tags')
    const first = checkIn(await checkOf(client, person, address))
    assert.equal(checkIn(await checkOf(client, person, address)), first)

    await send(client, person, address, { 'columns[0]': 'name', 'match': 'name' })
    const second = checkIn(await checkOf(client, person, address))
    assert.notEqual(second, first)
    const old = await send(client, person, address, { step: 'run', check: first })
    assert.equal(old.header('location'), `${address}?step=check`)
    assert.isNull(await Tag.findBy('name', 'n1'))

    await send(client, person, address, { step: 'run', check: second })
    const third = await checkOf(client, person, address)
    assert.notEqual(checkIn(third), second)
    assert.equal(countsIn(third).unchanged, 2)
  })

  test('warn of a file that was imported already, under whatever name', async ({
    client,
    assert,
  }) => {
    const person = await administrator()
    const [content, same] = ['Name\nn1', 'You imported a file with the same content']
    const { address } = await upload(client, person, content, 'a.csv', 'tags')
    const { address: again } = await upload(client, person, content, 'b.csv', 'tags')
    const before = await client.get(`${again}?step=check`).loginAs(person)
    assert.notInclude(before.text(), same)

    const run = await runChecked(client, person, address)
    const after = await client.get(`${again}?step=check`).loginAs(person)
    after.assertTextIncludes(same)
    after.assertTextIncludes(run.header('location')!)
  })

  test('show what is wrong with the choice of columns, not a check', async ({ client }) => {
    const person = await administrator()
    const { address } = await upload(client, person, 'A,B\n1,2', 't.csv', 'tags')
    const check = await client.get(`${address}?step=check`).loginAs(person)
    check.assertTextIncludes('No column fills a field')
  })
})

/** Does something several times, so that all of them stand before the same door when it opens. */
async function atOnce<Answer>(times: number, act: () => PromiseLike<Answer>) {
  const door = await db.transaction()
  await door.rawQuery('lock table runs in exclusive mode')
  const answers = Promise.all(Array.from({ length: times }, act))

  const isWaiting = async () => {
    const { rows } = await db.rawQuery('select 1 from pg_locks where not granted')
    return rows.length >= times
  }
  for (let tries = 0; tries < 500 && !(await isWaiting()); tries++) await setTimeout(10)
  await door.commit()
  return answers
}

test.group('Buttons of an import that are pressed twice', (group) => {
  group.each.setup(emptyTables)

  test('import once, one after the other and at the same time', async ({ client, assert }) => {
    const person = await administrator()
    const authors = await UserFactory.createMany(2)
    const lines = authors.map(({ username }, index) => `T${index},About,Text,${username}`)
    const file = ['Title,Description,Body,Author', ...lines].join('\n')
    const { address } = await upload(client, person, file)
    const check = checkIn(await checkOf(client, person, address))
    const press = () => send(client, person, address, { step: 'run', check })

    const answers = await atOnce(3, press)
    const again = await press()

    const reports = new Set([...answers, again].map((answer) => answer.header('location')))
    assert.lengthOf([...reports], 1)
    assert.match([...reports][0]!, /^\/admin\/runs\//)
    assert.lengthOf(await Run.query().where('action', 'import'), 1)
    assert.lengthOf(await Article.query().whereLike('title', 'T%'), 2)
  })

  test('begin one check', async ({ client, assert }) => {
    const person = await administrator()
    const { address } = await upload(client, person, 'Name\nx', 't.csv', 'tags')
    const checks = await atOnce(3, () => checkOf(client, person, address))
    assert.lengthOf([...new Set(checks.map(checkIn).filter(Boolean))], 1)
    assert.lengthOf(await Run.query().where('action', 'import_check'), 1)
  })
})
