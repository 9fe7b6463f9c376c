import { join } from 'node:path'
import { access, rm, writeFile } from 'node:fs/promises'
import type { FileNode } from '@adonisjs/lucid/types/database'

import { shortName } from '../lint/written_migration.ts'

/**
 * Writes the squashed migration, and deletes those that it replaces then. It has the time of the last of
 * them, so that it runs before all that came later.
 *
 * @param folder where it is written
 * @returns its path
 */
export async function replaceFiles(replaced: FileNode<unknown>[], text: string, folder: string) {
  const [time] = /^\d+/.exec(shortName(replaced.at(-1)!.name)) ?? [String(Date.now())]
  const path = await freePath(join(folder, `${time}_squashed`))

  await writeFile(path, text, { flag: 'wx' })
  for (const { absPath } of replaced) await rm(absPath)
  return path
}

async function freePath(base: string) {
  for (let number = 1; ; number++) {
    const path = `${base}${number === 1 ? '' : `_${number}`}.ts`
    const isTaken = await access(path).then(
      () => true,
      () => false
    )
    if (!isTaken) return path
  }
}
