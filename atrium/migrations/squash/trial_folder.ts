import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import type { ApplicationService } from '@adonisjs/core/types'

/**
 * Puts a migration into a folder for a moment, within the project, so that it finds what it imports.
 *
 * @param work gets the folder, from the root of the project
 */
export async function inTrialFolder<T>(
  app: ApplicationService,
  text: string,
  work: (folder: string) => Promise<T>
): Promise<T> {
  const folder = app.tmpPath(`squash_${randomUUID()}`)
  await mkdir(folder, { recursive: true })
  try {
    await writeFile(join(folder, '1_squashed.ts'), text)
    return await work(app.relativePath(folder))
  } finally {
    await rm(folder, { recursive: true })
  }
}
