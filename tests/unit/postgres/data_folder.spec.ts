import { join } from 'node:path'
import { test } from '@japa/runner'
import { chmod, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises'

import { temporaryFolder } from './temporary_folder.ts'
import { EmbeddedPostgres } from '#atrium/postgres/main'

const isRoot = process.getuid?.() === 0

test.group('What is wrong with a data folder is said in one sentence', (group) => {
  let server: EmbeddedPostgres
  const inData = (name: string) => join(server.home.dataFolder, name)

  group.tap((each) => each.timeout(60_000))
  group.setup(async () => {
    const { folder, remove } = await temporaryFolder()
    server = await new EmbeddedPostgres(folder).join()
    await server.leave()
    return remove
  })

  test('another user owns it', async ({ assert, cleanup }) => {
    const { uid, gid } = await import('node:fs').then((fs) => fs.statSync(server.home.dataFolder))
    cleanup(() => chown(server.home.dataFolder, uid, gid))
    await chown(server.home.dataFolder, 4321, 4321)

    await assert.rejects(
      () => server.join(),
      new RegExp(
        `belongs to user 4321, but the server would run as user ${uid}: run \`chown -R ${uid} `
      )
    )
  }).skip(!isRoot, 'only root can give a folder to somebody else')

  test('it holds something else', async ({ assert, cleanup }) => {
    cleanup(() => rename(inData('ELSE'), inData('PG_VERSION')))
    await rename(inData('PG_VERSION'), inData('ELSE'))

    await assert.rejects(() => server.join(), /cannot be read, or was not made by PostgreSQL/)
  })

  test('another version made it', async ({ assert, cleanup }) => {
    cleanup(() => writeFile(inData('PG_VERSION'), '18\n'))
    await writeFile(inData('PG_VERSION'), '15\n')

    await assert.rejects(() => server.join(), /was made by PostgreSQL 15, this one is 18/)
  })

  test('its settings are broken: the reason comes from the log', async ({ assert, cleanup }) => {
    cleanup(() => writeFile(inData('postgresql.auto.conf'), ''))
    await writeFile(inData('postgresql.auto.conf'), 'max_connections = many\n')

    await assert.rejects(
      () => server.join(),
      /^PostgreSQL did not start as user .*(max_connections|configuration file).* \(its log is .*server\.log\)$/
    )
  })

  test('the password is not its own', async ({ assert, cleanup }) => {
    const password = server.home.password()
    cleanup(async () => {
      await writeFile(server.home.passwordFile, password)
      await server.stop()
    })
    await writeFile(server.home.passwordFile, 'another\n')

    await assert.rejects(() => server.join(), /^The password in .* is not that of the data folder/)
  })

  test('it cannot be made', async ({ assert }) => {
    const file = join(server.home.folder, 'file')
    await writeFile(file, '')

    assert.throws(
      () => new EmbeddedPostgres(join(file, 'postgres')),
      /^The folder of the database, .* cannot be used by this user \(ENOTDIR\)/
    )
  })
})

test.group('As root, in a folder that nobody else can enter', () => {
  test('the data live in /var/lib, and stay there', async ({ assert, cleanup }) => {
    const { folder, remove } = await temporaryFolder(0o700)
    const wanted = join(folder, 'storage', 'postgres')
    const server = await new EmbeddedPostgres(wanted).join()
    cleanup(async () => {
      await remove()
      await rm(server.home.folder, { recursive: true, force: true })
    })
    await server.leave()

    assert.isTrue(server.home.isElsewhere)
    assert.match(server.home.dataFolder, /^\/var\/lib\/atrium-postgres\/atrium-\w+-\w+\/data$/)

    await chmod(folder, 0o755)
    await mkdir(wanted, { recursive: true })
    assert.equal(new EmbeddedPostgres(wanted).home.folder, server.home.folder)
  })
    .timeout(60_000)
    .skip(!isRoot, 'only root runs the server as somebody else')
})
