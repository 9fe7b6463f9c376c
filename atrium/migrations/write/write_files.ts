import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { link, mkdir, readdir, rm, writeFile } from 'node:fs/promises'

import { write } from './write.ts'
import type { Draft } from '../plan/steps.ts'
import { E_MIGRATION_EXISTS } from '../errors.ts'

/**
 * Writes migrations into a folder, to run after all that are there. Each file appears whole or not at
 * all, none is overwritten, and when one cannot be written none of them stays.
 *
 * @returns the paths of the files
 * @throws E_MIGRATION_EXISTS a file of that name has just been made by somebody else
 */
export async function writeFiles(drafts: Draft[], folder: string, now = new Date()) {
  await mkdir(folder, { recursive: true })
  const names = await fileNames(drafts, folder, now)
  const written: string[] = []

  try {
    for (const [index, draft] of drafts.entries()) {
      const path = join(folder, names[index])
      await writeWhole(path, write(draft))
      written.push(path)
    }
  } catch (error) {
    await Promise.all(written.map((path) => rm(path, { force: true })))
    throw error
  }
  return written
}

/**
 * The names of the files: the time in milliseconds, later than that of the newest file there is, and
 * what the migration does.
 */
export async function fileNames(drafts: Draft[], folder: string, now = new Date()) {
  const names = await readdir(folder).catch(() => [])
  const times = names.map((name) => Number(/^\d+/.exec(name)?.[0] ?? 0))
  const first = Math.max(now.getTime(), Math.max(0, ...times) + 1)

  return drafts.map(({ name }, index) => `${first + index}_${name}.ts`)
}

/** Under another name first, of a kind that nobody takes for a migration. */
async function writeWhole(path: string, content: string) {
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`
  try {
    await writeFile(draft, content, { flag: 'wx' })
    await link(draft, path)
  } catch (error: any) {
    if (error.code !== 'EEXIST') throw error
    throw new E_MIGRATION_EXISTS(`${path} is there already, so nothing was written. Try again.`)
  } finally {
    await rm(draft, { force: true })
  }
}
