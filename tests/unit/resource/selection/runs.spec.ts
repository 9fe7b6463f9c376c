import { test } from '@japa/runner'
import { operation } from '#atrium/model/main'
import {
  Access,
  Run,
  RunProblem,
  RunWorker,
  Runs,
  Selections,
  defineRunKind,
  preview,
  undo,
  type ServiceContext,
} from '#atrium/resource/main'

import {
  Book,
  Person,
  asProgram,
  books,
  emptyLibrary,
  library,
  member,
  ownLibrary,
  program,
} from '../writing/library.ts'

const contextOf = (actor: typeof program): ServiceContext => ({
  resource: books,
  actor,
  access: Access.of(books, actor),
})
const context = contextOf(program)

/** Books of one owner: b1, b2 and so on. */
async function makeBooks(count: number, ownerId?: number) {
  const owner = ownerId ?? (await Person.create({ name: 'Ada' })).id
  await Book.query().client.rawQuery(
    `insert into library_books (owner_id, title, updated_at)
     select ?, 'b' || n, now() from generate_series(1, ?::int) as n`,
    [owner, count]
  )
  return owner
}

test.group('Selections', (group) => {
  group.setup(ownLibrary)
  group.each.setup(emptyLibrary)

  test('are kept with their count; what changed since is said', async ({ assert }) => {
    const ownerId = await makeBooks(5)
    const selection = await Selections.create(context, { filter: 'title != "b1"', except: ['2'] })
    assert.deepEqual([selection.count, selection.countIsExact], [3n, true])

    await asProgram().create({ ownerId, title: 'new' })
    assert.deepEqual(
      await Selections.recount(context, await Selections.find(program, selection.id)),
      {
        count: { value: 4, kind: 'exact' },
        before: { value: 3, kind: 'exact' },
        drift: 1,
        scopeChanged: false,
      }
    )
    const { actor } = await member('Bob')
    await assert.rejects(() => Selections.find(actor, selection.id), /no such selection/)
  })

  test('show on some rows what a bulk edit would make of them', async ({ assert }) => {
    await makeBooks(3)
    const selection = await Selections.create(context, {})
    const [first] = await preview(context, selection, { note: 'n' }, 1)
    assert.deepEqual([first.before.values.note, first.after!.values.note], [null, 'n'])

    const rows = await preview(context, selection, { title: 'same' })
    assert.lengthOf(rows, 3)
    const nothing = await preview(context, selection, { title: 'Nothing' })
    assert.equal(nothing[0].problem, 'A book is about something')
    assert.lengthOf(await Book.query().where('title', 'like', 'b%'), 3)
  })
})

test.group('Runs', (group) => {
  group.setup(ownLibrary)
  group.each.setup(emptyLibrary)

  test('do a few rows at once, each through policy and rules, and can be undone', async ({
    assert,
  }) => {
    const ada = await member('Ada')
    const own = contextOf(ada.actor)
    await makeBooks(3, ada.person.id)
    await makeBooksOf('Bob')

    const selection = await Selections.create(own, {})
    const run = await Runs.start(own, {
      action: 'update',
      selection,
      changes: { note: 'x' },
      reason: 'r',
    })
    assert.deepEqual([run.state, run.total, run.succeeded, run.refused], ['done', 4n, 3n, 1n])
    const [problem] = await RunProblem.query().where('runId', run.id)
    assert.deepEqual([problem.kind, problem.row], ['refused', '4'])
    assert.deepEqual(
      (await asProgram().history({ operation: run.id })).groups.map(({ reason, items }) => [
        reason,
        items.length,
      ]),
      [['r', 3]]
    )
    assert.equal((await undo(library, ada.actor, run.id)).undone, 3)
    assert.lengthOf(await Book.query().whereNotNull('note'), 0)

    async function makeBooksOf(name: string) {
      const { id } = await Person.create({ name })
      await Book.create({ ownerId: id, title: name, state: 'there' })
    }
  })

  test('refuse at once what would be refused for every row', async ({ assert }) => {
    await makeBooks(1)
    const selection = await Selections.create(context, {})
    const start = (order: object) => Runs.start(context, { selection, ...order } as any)

    await assert.rejects(
      () => start({ action: 'update', changes: { colour: 1 } }),
      'Validation failure'
    )
    await assert.rejects(
      () => start({ action: 'update', changes: { title: '' } }),
      'Validation failure'
    )
    await assert.rejects(() => start({ action: 'count', reason: 'r' }), /several rows/)
    assert.lengthOf(await Run.all(), 0)
  })

  test('run actions and delete, and report what was not to be done', async ({ assert }) => {
    await makeBooks(4)
    const keys = ['1', '2', '99']
    const lent = await Runs.start(context, { action: 'lend', keys, input: { to: 'Bob' } })
    assert.deepEqual([lent.succeeded, lent.skipped], [2n, 0n])
    const again = await Runs.start(context, {
      action: 'lend',
      keys: ['1', '3'],
      input: { to: 'Eve' },
    })
    assert.deepEqual([again.succeeded, again.skipped], [1n, 1n])

    const deleted = await Runs.start(context, { action: 'delete', keys: ['1', '2', '3'], limit: 2 })
    assert.equal(deleted.succeeded, 2n)
    assert.lengthOf(await Book.all(), 2)
  })

  test('do many rows in the background, and can be cancelled', async ({ assert }) => {
    await makeBooks(501)
    await Book.query().client.transaction(async (trx) => {
      await operation(trx, { id: 'statement' })
      await trx.rawQuery(`update library_books set note = 'x'`)
    })
    const worker = new RunWorker(library)

    const { run, undone } = await undo(library, program, 'statement')
    assert.deepEqual([run!.state, undone], ['waiting', 0])
    await worker.workOff()
    await run!.refresh()
    assert.deepEqual([run!.state, run!.succeeded], ['done', 501n])
    assert.lengthOf(await Book.query().whereNotNull('note'), 0)

    const selection = await Selections.create(context, {})
    const order = { action: 'update', selection, changes: { note: 'y' } }
    const other = await Runs.start(context, order)
    await Runs.cancel(other)
    await worker.workOff()
    assert.equal((await other.refresh()).state, 'cancelled')
    assert.lengthOf(await Book.query().whereNotNull('note'), 0)
  }).timeout(60_000)

  test('go on where a crash left them, and do no row twice', async ({ assert }) => {
    let crash = true
    const done: number[] = []
    defineRunKind('numbers', {
      async steps(_, __, after, size) {
        const begin = Number(after ?? 0)
        const numbers = Array.from({ length: size }, (_one, i) => begin + i + 1)
        return numbers
          .filter((number) => number <= 250)
          .map((number) => ({
            row: String(number),
            position: number,
            async perform({ client }) {
              if (number === 150 && crash) throw Object.assign(new Error('gone'), { code: '57P01' })
              await client.table('library_tags').insert({ name: `t${number}` })
              done.push(number)
              return 'done'
            },
          }))
      },
    })
    await assert.rejects(
      () => Runs.begin(context, { action: 'numbers', task: {}, total: 250 }),
      'gone'
    )

    const run = await Run.firstOrFail()
    assert.deepEqual([run.state, run.succeeded], ['running', 100n])
    crash = false
    const worker = new RunWorker(library)
    await worker.workOff()
    assert.equal((await run.refresh()).state, 'running', 'it may still be alive')

    await Run.query().update({ heartbeatAt: '2026-01-01' })
    await Promise.all([worker.workOff(), new RunWorker(library).workOff()])
    await run.refresh()
    assert.deepEqual([run.state, run.succeeded], ['done', 250n])
    const { rows } = await Book.query().client.rawQuery('select count(*) from library_tags')
    assert.equal(rows[0].count, '250')
  })

  test('take turns in the background, and go on with what they have in memory', async ({
    assert,
  }) => {
    const turns: string[] = []
    const memory = new WeakMap<Run, string>()
    defineRunKind('turns', {
      async steps(run, own, after, size) {
        const begin = Number(after ?? 0)
        turns.push(`${run.task.name} ${begin}`)
        assert.equal(memory.get(run) ?? 'first', begin === 0 ? 'first' : own.actor.id + run.id)
        memory.set(run, own.actor.id + run.id)
        return Array.from({ length: Math.min(size, Number(run.task.end) - begin) }, (_, index) => ({
          row: String(begin + index),
          position: begin + index + 1,
          perform: async () => 'done' as const,
        }))
      },
    })
    for (const [name, end] of [
      ['long', 501],
      ['short', 150],
    ]) {
      await Runs.begin(context, { action: 'turns', task: { name, end }, total: 501 })
    }

    await new RunWorker(library, undefined, 0).workOff()
    assert.deepEqual(turns.slice(0, 5), ['long 0', 'short 0', 'long 100', 'short 100', 'long 200'])
    assert.lengthOf(turns, 8)
    const runs = await Run.query().orderBy('createdAt')
    assert.deepEqual(
      runs.map(({ state, succeeded }) => [state, succeeded]),
      [
        ['done', 501n],
        ['done', 150n],
      ]
    )
  })

  test('know no more rights than whoever began them has by now', async ({ assert }) => {
    const ada = await member('Ada')
    await makeBooks(501, ada.person.id)
    const own = contextOf(ada.actor)
    const selection = await Selections.create(own, {})
    const run = await Runs.start(own, { action: 'update', selection, changes: { note: 'x' } })

    const worker = new RunWorker(library)
    await Book.query().client.rawQuery(`
      create function take_rights() returns trigger language plpgsql as
        'begin delete from role_grants; return null; end';
      create trigger takes_rights after update of note on library_books
        for each statement execute function take_rights()`)
    await worker.workOff()
    await Book.query().client.rawQuery('drop function take_rights() cascade')

    await run.refresh()
    assert.deepEqual([run.state, run.succeeded], ['failed', 100n])
    assert.match(run.problem!, /may not/)
    assert.lengthOf(await Book.query().whereNotNull('note'), 100)
  })

  test('that cannot go on say why', async ({ assert }) => {
    const ada = await member('Ada')
    await makeBooks(501, ada.person.id)
    const own = contextOf(ada.actor)
    const selection = await Selections.create(own, {})
    const run = await Runs.start(own, { action: 'update', selection, changes: { note: 'x' } })
    await Person.query().client.rawQuery('truncate library_people cascade')

    await new RunWorker(library).workOff()
    await run.refresh()
    assert.equal(run.state, 'failed')
    assert.match(run.problem!, /no user/)
  })
})
