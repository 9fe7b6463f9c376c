import { readFile } from 'node:fs/promises'

import { nearest } from './nearest.ts'
import { classNameOf } from '../inspect/names.ts'
import type { AskedField } from './read_arguments.ts'
import { E_MODEL_NOT_PUBLIC, E_MODEL_UNKNOWN } from './errors.ts'
import { exportOf, importOf, type ImportOf, type ModelFile } from './model_files.ts'

/** A model that a field refers to */
export type Target = {
  className: string

  /** The type of its key */
  keyType: string

  /** Null when it is the model itself */
  from: ImportOf | null
}

type Maker = { className: string; component: string; folder: string }

/**
 * The models that the fields of a new model refer to, in whatever component they are.
 *
 * @throws E_MODEL_UNKNOWN, E_MODEL_NOT_PUBLIC
 */
export async function targetsOf(
  fields: AskedField[],
  models: ModelFile[],
  maker: Maker
): Promise<Map<string, Target>> {
  const targets = new Map<string, Target>()
  for (const field of fields.filter(({ kind }) => kind === 'references')) {
    targets.set(field.name, await targetOf(field, models, maker))
  }
  return targets
}

async function targetOf(
  { name, target }: AskedField,
  models: ModelFile[],
  maker: Maker
): Promise<Target> {
  const className = target ?? classNameOf(name.replace(/(?<=.)(_id|Id)$/, ''))
  if (className === maker.className) return { className, keyType: 'number', from: null }

  const found = models.filter((model) => model.className === className)
  const model = found.find(({ component }) => component === maker.component) ?? found[0]
  if (!model) {
    const names = models.map((one) => one.className)
    throw new E_MODEL_UNKNOWN([className, name, nearest(className, names), names.join(', ')])
  }
  if (model.component !== maker.component && !model.isPublic) refusePrivate(model)

  return { className, keyType: await keyTypeOf(model), from: importOf(model, maker) }
}

function refusePrivate(model: ModelFile): never {
  const { file, line } = exportOf(model)
  throw new E_MODEL_NOT_PUBLIC([model.component, model.className, file, line])
}

/** Keys are numbers unless the model says that they are UUIDs */
async function keyTypeOf({ path }: ModelFile) {
  const text = await readFile(path, 'utf8')
  return /@field\.uuid\(\{[^}]*primary: true/.test(text) ? 'string' : 'number'
}
