import type { FileNode } from '@adonisjs/lucid/types/database'

import { E_SQUASH_REFUSED } from '../errors.ts'
import { shortName } from '../lint/written_migration.ts'

type File = FileNode<unknown>

/**
 * The files that are squashed: all, or those up to one.
 *
 * @param until the last of them
 * @throws E_SQUASH_REFUSED there is nothing to squash, or they have not all run
 */
export function chosenFiles(files: File[], applied: string[], until?: File): File[] {
  const chosen = until
    ? files.slice(0, files.findIndex(({ name }) => name === until.name) + 1)
    : files
  if (chosen.length < 2) throw refused('There are no two migrations to make one of.')

  const pending = chosen.filter(({ name }) => !applied.includes(name))
  if (pending.length > 0) {
    throw refused(
      [
        'These migrations have not run in the connected database:',
        ...pending.map(({ name }) => `  ${name}`),
        'Only what has run everywhere can be squashed: run them (`node ace migration:run`), or squash up to the file before them (`--until`).',
      ].join('\n')
    )
  }
  return chosen
}

/** The file whose name was given. */
export function onlyOne(files: File[], name: string) {
  if (files.length === 1) return files[0]

  throw refused(
    `"${name}" fits several migrations; name one of them:${files.map((file) => `\n  ${shortName(file.name)}`).join('')}`
  )
}

export function refused(reason: string) {
  return new E_SQUASH_REFUSED(`${reason} Nothing was written.`)
}
