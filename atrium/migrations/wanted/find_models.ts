import { glob } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type { ApplicationService } from '@adonisjs/core/types'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { Model } from '#atrium/model/main'

import { configOf } from '../config.ts'
import { withRequired } from './with_required.ts'
import { E_MODELS_NOT_READ } from '../errors.ts'
import type { OwnedModel } from '../generate/types.ts'

/**
 * Imports the files of the models and gives every model that one of them exports, with the part of the
 * application that it belongs to: `app/publishing/models` is publishing's. Models of the framework come
 * when one of these needs them.
 *
 * @throws E_MODELS_NOT_READ one of the files cannot be imported
 */
export async function findModels(app: ApplicationService): Promise<OwnedModel[]> {
  const root = fileURLToPath(app.appRoot)
  const found = new Map<LucidModel, string>()

  for (const file of await filesIn(root, configOf(app).models)) {
    const exported = await imported(root, file)
    for (const model of Object.values(exported).filter(isModel)) {
      if (!found.has(model)) found.set(model, componentOf(file))
    }
  }
  return withRequired(Array.from(found, ([model, component]) => ({ model, component })))
}

async function imported(root: string, file: string): Promise<object> {
  try {
    return await import(pathToFileURL(join(root, file)).href)
  } catch (error) {
    throw new E_MODELS_NOT_READ(`${file} cannot be imported: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

async function filesIn(root: string, patterns: string[]) {
  const files: string[] = []
  for await (const file of glob(patterns, { cwd: root })) files.push(file)
  return files.filter((file) => !file.endsWith('.d.ts')).sort()
}

/** A class of which rows can be, not only what others extend. */
function isModel(exported: unknown): exported is LucidModel {
  if (typeof exported !== 'function' || !(exported.prototype instanceof Model)) return false

  const model = exported as unknown as LucidModel
  model.boot()
  return model.$columnsDefinitions.size > 0
}

function componentOf(file: string) {
  const [first, second] = file.split(/[\\/]/)
  return first === 'app' && second !== 'models' ? second : 'app'
}
