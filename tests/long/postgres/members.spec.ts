import { test } from '@japa/runner'
import { setTimeout as pause } from 'node:timers/promises'

import { startMember } from './start_member.ts'
import { EmbeddedPostgres } from '#atrium/postgres/main'
import { valueOf } from '#tests/unit/postgres/value_of'
import { temporaryFolder } from '#tests/unit/postgres/temporary_folder'

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index))

test.group('Many processes share one embedded server', (group) => {
  let folder: string
  group.tap((each) => each.timeout(180_000))
  group.each.setup(async () => {
    const temporary = await temporaryFolder()
    folder = temporary.folder
    return temporary.remove
  })

  test('six that race for an empty folder all get in, and the last one stops it', async ({
    assert,
  }) => {
    const members = await Promise.all(times(6, () => startMember(folder)))
    assert.lengthOf(new Set(members.map(({ port }) => port)), 1)

    const codes = await Promise.all(members.map((member) => member.leave()))
    assert.deepEqual(
      codes,
      times(6, () => 0)
    )
    assert.isUndefined(await new EmbeddedPostgres(folder).running())
  })

  test('coming and going at random, nobody is ever turned away', async ({ assert }) => {
    const lives = times(6, async (index) => {
      const codes: (number | null)[] = []
      for (let round = 0; round < 5; round++) {
        const member = await startMember(folder)
        await pause((index * 37 + round * 53) % 200)
        codes.push(await member.leave())
      }
      return codes
    })
    const ends = await Promise.allSettled(lives)
    assert.deepEqual(
      ends,
      times(6, () => ({ status: 'fulfilled', value: times(5, () => 0) }))
    )
    assert.isUndefined(await new EmbeddedPostgres(folder).running())
  })

  test('a killed one leaves nothing behind: the next joins, and stops it', async ({ assert }) => {
    const killed = await startMember(folder)
    await killed.kill()
    const server = new EmbeddedPostgres(folder)
    assert.isDefined(await server.running(), 'the server outlives its member')

    await server.join()
    assert.equal(server.port, killed.port)
    await server.leave()
    assert.isUndefined(await server.running())
  })

  test('a killed one does not keep it from stopping when the others leave', async ({ assert }) => {
    const [stays, killed] = [await startMember(folder), await startMember(folder)]
    await killed.kill()
    await stays.leave()

    assert.isUndefined(await new EmbeddedPostgres(folder).running())
  })

  test('when the server is killed ten times while it writes, nothing acknowledged is lost', async ({
    assert,
  }) => {
    const server = await new EmbeddedPostgres(folder).join()
    const url = await server.database('written')
    await valueOf(url, 'create table words (id int primary key)')
    let acknowledged = 0

    for (let round = 0; round < 10; round++) {
      const before = await server.running()
      const until = Date.now() + 200
      setTimeout(() => process.kill(before!.pid, 'SIGKILL'), 150)
      try {
        while (Date.now() < until) {
          await valueOf(url, `insert into words values (${acknowledged}) on conflict do nothing`)
          acknowledged += 1
        }
      } catch {}
      while (!(await isReplaced(server, before!.pid))) await pause(20)
      await pause(20)
      const count = Number(await untilAnswered(() => valueOf(url, 'select count(*) from words')))
      assert.isAtLeast(count, acknowledged)
    }
    assert.isAbove(acknowledged, 10)
    await server.leave()
  })
})

async function isReplaced(server: EmbeddedPostgres, pid: number) {
  const postmaster = await server.running()
  return postmaster !== undefined && postmaster.pid !== pid
}

/** While the server recovers, connections are refused. */
async function untilAnswered<T>(ask: () => Promise<T>) {
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      return await ask()
    } catch {
      await pause(50)
    }
  }
  throw new Error('The server did not come back')
}
