import { join } from 'node:path'
import { test } from '@japa/runner'
import { promisify } from 'node:util'
import { execFile } from 'node:child_process'
import { chmod, cp, lstat, readdir, rm } from 'node:fs/promises'

import { temporaryFolder } from './temporary_folder.ts'
import { Binaries } from '../../../atrium/postgres/binaries.ts'
import { ServerUser } from '../../../atrium/postgres/server_user.ts'

const isRoot = process.getuid?.() === 0

/** A copy of the installed package as npm leaves it when it may not run install scripts. */
async function withoutLinks(folder: string) {
  const { folder: installed, version } = Binaries.installed()
  const copy = join(folder, 'package', 'native')
  await cp(installed, copy, { recursive: true, verbatimSymlinks: true })
  for (const name of await readdir(join(copy, 'lib'))) {
    const file = join(copy, 'lib', name)
    const found = await lstat(file)
    if (found.isSymbolicLink()) await rm(file)
  }
  return new Binaries(copy, version)
}

/** What `postgres --version` prints, run by the server's user. */
async function versionOf(binaries: Binaries) {
  const { stdout } = await promisify(execFile)(binaries.program('postgres'), ['--version'], {
    cwd: '/',
    ...ServerUser.current().credentials,
  })
  return stdout
}

test.group('The binaries of PostgreSQL', (group) => {
  group.tap((each) => each.timeout(60_000))

  test('get their links back when install scripts were blocked', async ({ assert, cleanup }) => {
    const { folder, remove } = await temporaryFolder()
    cleanup(remove)
    const broken = await withoutLinks(folder)
    await assert.rejects(() => versionOf(broken), /shared librar/)

    const usable = await broken.usableBy(ServerUser.current(), join(folder, 'spare'))
    assert.equal(usable.folder, broken.folder)
    assert.match(await versionOf(usable), /PostgreSQL\) 18/)
  }).skip(process.platform !== 'linux', 'the package for this platform has other links')

  test('are copied to where the user of the server can reach them', async ({ assert, cleanup }) => {
    const { folder, remove } = await temporaryFolder()
    cleanup(remove)
    const hidden = await withoutLinks(folder)
    await chmod(join(folder, 'package'), 0o700)
    await assert.rejects(() => versionOf(hidden), /EACCES/)

    const usable = await hidden.usableBy(ServerUser.current(), join(folder, 'spare'))
    assert.equal(usable.folder, join(folder, 'spare', `binaries-${hidden.version}`))
    assert.match(await versionOf(usable), /PostgreSQL\) 18/)
    assert.deepEqual(await readdir(join(folder, 'spare')), [`binaries-${hidden.version}`])
  }).skip(!isRoot, 'only root runs the server as somebody else')
})
