import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import type { BaseCommand } from '@adonisjs/core/ace'

import { E_FILE_EXISTS } from './errors.ts'

/** A file by its path from the root of the application */
type NewFile = { path: string; text: string }

/**
 * Writes all of these files or none, and says so.
 *
 * @throws E_FILE_EXISTS one of them is there already
 */
export async function writeNew(command: BaseCommand, files: NewFile[]) {
  const root = fileURLToPath(command.app.appRoot)
  const there = files.filter(({ path }) => existsSync(join(root, path)))
  if (there.length > 0) throw new E_FILE_EXISTS([there.map(({ path }) => path).join(', ')])

  const written: string[] = []
  try {
    for (const { path, text } of files) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), text, { flag: 'wx' })
      written.push(path)
    }
  } catch (error) {
    for (const path of written) await rm(join(root, path))
    throw error
  }
  for (const { path } of files) command.logger.action(`create ${path}`).succeeded()
}
