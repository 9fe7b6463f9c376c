import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { chmod, mkdtemp, rm } from 'node:fs/promises'

/**
 * A folder that every user may enter unless told otherwise, and what removes it.
 */
export async function temporaryFolder(mode = 0o755) {
  const folder = await mkdtemp(join(tmpdir(), 'atrium-'))
  await chmod(folder, mode)

  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
