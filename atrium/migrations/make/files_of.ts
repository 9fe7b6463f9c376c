import { join } from 'node:path'

import { targetsOf } from './target.ts'
import { testText } from './test_text.ts'
import { E_MODEL_EXISTS } from './errors.ts'
import { madeModel } from './made_model.ts'
import { modelFiles } from './model_files.ts'
import { factoryText } from './factory_text.ts'
import { laidOut } from '../inspect/laid_out.ts'
import { modelText } from '../inspect/model_text.ts'
import type { AskedField } from './read_arguments.ts'
import { classNameOf, fileNameOf } from '../inspect/names.ts'

type Asked = { name: string; fields: AskedField[]; component: string }

/**
 * The files of a new model: itself, its factory and its test, from the root of the application.
 *
 * @throws E_MODEL_EXISTS, and what is wrong with its fields
 */
export async function filesOf(root: string, { name, fields, component }: Asked) {
  const className = classNameOf(name)
  const file = fileNameOf(className)
  const models = await modelFiles(root)
  const there = models.find((model) => model.className === className)
  if (there) throw new E_MODEL_EXISTS([className, there.path.slice(root.length)])

  const folder = join('app', component, 'models')
  const maker = { className, component, folder: join(root, folder) }
  const model = madeModel(className, fields, await targetsOf(fields, models, maker))
  const names = {
    className,
    model: `#app/${component}/models/${file}`,
    factory: `#database/factories/${file}_factory`,
  }

  const texts = {
    [join(folder, `${file}.ts`)]: modelText(model),
    [join('database/factories', `${file}_factory.ts`)]: factoryText(names),
    [join('tests/unit', component, `${file}.spec.ts`)]: testText(names),
  }
  return Promise.all(
    Object.entries(texts).map(async ([path, text]) => ({
      path,
      text: await laidOut(text, join(root, path)),
    }))
  )
}
