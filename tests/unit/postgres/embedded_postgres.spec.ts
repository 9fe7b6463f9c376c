import { join } from 'node:path'
import { test } from '@japa/runner'
import { setTimeout as pause } from 'node:timers/promises'
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'

import { valueOf } from './value_of.ts'
import { temporaryFolder } from './temporary_folder.ts'
import { EmbeddedPostgres } from '#atrium/postgres/main'

test.group('The embedded server', (group) => {
  let folder: string
  group.tap((each) => each.timeout(60_000))
  group.setup(async () => {
    const temporary = await temporaryFolder()
    folder = temporary.folder
    return temporary.remove
  })

  test('starts with the first member and stops with the last', async ({ assert }) => {
    const first = new EmbeddedPostgres(folder)
    const second = new EmbeddedPostgres(folder)
    assert.isUndefined(await first.running())

    await first.join()
    await second.join()
    assert.equal(second.port, first.port)
    assert.isTrue(first.isNew)
    assert.isFalse(second.isNew)

    await first.leave()
    assert.isDefined(await second.running(), 'the second still uses it')

    await second.leave()
    assert.isUndefined(await second.running())
  })

  test('keeps data, port and password from one start to the next', async ({ assert }) => {
    const server = await new EmbeddedPostgres(folder).join()
    const address = await server.database('kept')
    await valueOf(address, 'create table answers as select 42 as answer')
    await server.leave()

    await server.join()
    assert.equal(await server.database('kept'), address)
    assert.equal(await valueOf(address, 'select answer from answers'), 42)
    await server.leave()
  })

  test('is durable, speaks UTF-8, and listens to this machine only', async ({ assert }) => {
    const server = await new EmbeddedPostgres(folder).join()
    const [found] = await server.query(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
              current_setting('full_page_writes') as pages, current_setting('server_encoding') as encoding,
              current_setting('listen_addresses') as address, current_setting('unix_socket_directories') as socket,
              datlocale as locale from pg_database where datname = 'postgres'`
    )
    await server.leave()

    assert.deepEqual(found, {
      fsync: 'on',
      commit: 'on',
      pages: 'on',
      encoding: 'UTF8',
      address: '127.0.0.1',
      socket: '',
      locale: 'C.UTF-8',
    })
  })

  test('lets nobody in without the password, which only its owner can read', async ({ assert }) => {
    const server = await new EmbeddedPostgres(folder).join()
    const url = new URL(server.urlOf('postgres'))
    url.password = 'guessed'
    await assert.rejects(() => valueOf(url.href, 'select 1'), /password authentication failed/)
    await server.leave()

    const { mode } = await stat(server.home.passwordFile)
    assert.equal(mode & 0o777, 0o600)
  })

  test('goes on without members while it is told to', async ({ assert }) => {
    const server = new EmbeddedPostgres(folder)
    await server.keep()
    await server.join()
    await server.leave()
    assert.isDefined(await server.running())

    await server.stop()
    assert.isUndefined(await server.running())
    assert.isFalse(server.isKept)
  })

  test('knows its other members', async ({ assert }) => {
    const one = await new EmbeddedPostgres(folder).join()
    assert.deepEqual(await one.others(), [])

    const other = await new EmbeddedPostgres(folder).join()
    assert.deepEqual(await one.others(), [process.pid])

    await other.leave()
    assert.deepEqual(await one.others(), [])
    await one.leave()
  })

  test('is not misled by a number that meanwhile belongs to another process', async ({
    assert,
  }) => {
    const server = await new EmbeddedPostgres(folder).join()
    const pidFile = join(server.home.dataFolder, 'postmaster.pid')
    const text = await readFile(pidFile, 'utf8')
    await server.leave()

    await writeFile(pidFile, text.replace(/^\d+/, String(process.pid)))
    assert.isUndefined(await server.running())

    await server.join()
    assert.isDefined(await server.running())
    await server.leave()
  })

  test('waits for another start that has not written its number yet', async ({ assert }) => {
    const server = new EmbeddedPostgres(folder)
    const file = join(folder, 'data/postmaster.pid')
    await writeFile(file, '')

    const joined = server.join()
    await pause(300)
    await rm(file)

    await joined
    assert.isDefined(await server.running())
    await server.leave()
  })

  test('takes an empty file that a power cut left behind for what it is', async ({ assert }) => {
    const server = new EmbeddedPostgres(folder)
    const file = join(folder, 'data/postmaster.pid')
    await writeFile(file, '')
    await utimes(file, new Date(0), new Date(0))

    await server.join()
    assert.isDefined(await server.running())
    await server.leave()
  })

  test('comes back for its members when it was killed', async ({ assert }) => {
    const server = await new EmbeddedPostgres(folder).join()
    const address = await server.database('kept')
    process.kill((await server.running())!.pid, 'SIGKILL')

    await assert.doesNotReject(async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          assert.equal(await valueOf(address, 'select answer from answers'), 42)
          return
        } catch (error) {
          if (attempt === 100) throw error
          await new Promise((resolve) => setTimeout(resolve, 100))
        }
      }
    })
    await server.leave()
    assert.isUndefined(await server.running())
  })

  test('stops too when its last member leaves while it is coming back', async ({ assert }) => {
    const server = await new EmbeddedPostgres(folder).join()
    process.kill((await server.running())!.pid, 'SIGKILL')
    await pause(60)

    await server.leave()
    await pause(500)
    assert.isUndefined(await server.running())
  })
})
