import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readdir } from 'node:fs/promises'
import type { BaseCommand } from '@adonisjs/core/ace'

import { nearest } from './nearest.ts'
import { componentsOf, modelFiles } from './model_files.ts'
import { E_COMPONENT_NOT_SAID, E_COMPONENT_UNKNOWN } from './errors.ts'

/**
 * The component that gets a new file: the one that was named, or the only one that has models, or
 * the one that is chosen in the terminal.
 *
 * @param options.mayBeNew a name of a component that there is not yet is taken as well
 * @throws E_COMPONENT_NOT_SAID there are several, and nobody to ask
 * @throws E_COMPONENT_UNKNOWN there is none of this name
 */
export async function chooseComponent(
  command: BaseCommand,
  said: string | undefined,
  { mayBeNew = false } = {}
) {
  const root = fileURLToPath(command.app.appRoot)
  const withModels = componentsOf(await modelFiles(root))

  if (said !== undefined) {
    const all = await componentsIn(root)
    const isName = /^[a-z][a-z0-9_]*$/.test(said)
    if (all.includes(said) || (mayBeNew && isName)) return said

    throw new E_COMPONENT_UNKNOWN([said, all.join(', '), nearest(said, all)])
  }
  if (withModels.length === 1) return withModels[0]
  if (!process.stdin.isTTY) throw new E_COMPONENT_NOT_SAID([withModels.join(', ')])

  return command.prompt.choice('Which component does it belong to?', withModels)
}

async function componentsIn(root: string) {
  const folder = `${root}/app`
  const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : []
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}
