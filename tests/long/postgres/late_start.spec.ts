import { join } from 'node:path'
import { test } from '@japa/runner'
import { chmod, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

import { EmbeddedPostgres } from '#atrium/postgres/main'
import { launch } from '../../../atrium/postgres/launch.ts'
import { Binaries } from '../../../atrium/postgres/binaries.ts'
import { ServerUser } from '../../../atrium/postgres/server_user.ts'
import { temporaryFolder } from '#tests/unit/postgres/temporary_folder'

/** How late the server comes, as on a busy machine, in ms */
const LATE = 500

async function lateBinaries(folder: string, server: string) {
  const script = join(folder, 'late.sh')
  await writeFile(script, `#!/bin/sh\nsleep ${LATE / 1000}\nexec ${server} "$@"\n`)
  await chmod(script, 0o755)
  return { program: () => script } as unknown as Binaries
}

test('a server that comes too late, after another one was joined and left, does not stay', async ({
  assert,
  cleanup,
}) => {
  const { folder, remove } = await temporaryFolder()
  cleanup(remove)
  const user = ServerUser.current()
  const server = await new EmbeddedPostgres(join(folder, 'postgres')).join()
  cleanup(() => server.stop())

  const installed = await Binaries.installed().usableBy(user, server.home.spareFolder)
  const late = await lateBinaries(folder, installed.program('postgres'))
  const found = await launch(server.home, late, user)
  assert.equal(found.pid, (await server.running())!.pid)
  await server.leave()

  for (const until = Date.now() + 4 * LATE; Date.now() < until; await pause(20)) {
    assert.isUndefined(await server.running())
  }
}).timeout(60_000)
