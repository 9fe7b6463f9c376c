import { glob, readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

/** A file that holds a model */
export type ModelFile = {
  className: string
  component: string
  path: string

  /** Whether other components can import it */
  isPublic: boolean
}

/** How a file gets at a class */
export type ImportOf = { path: string; isDefault: boolean }

/**
 * The models of the application, by the texts of their files: also those that do not compile now.
 */
export async function modelFiles(root: string): Promise<ModelFile[]> {
  const files: ModelFile[] = []
  for await (const file of glob('app/**/models/**/*.ts', { cwd: root })) {
    const [, className] = /export default class (\w+)/.exec(await read(join(root, file))) ?? []
    if (!className) continue

    const component = componentOf(file)
    const isPublic = await exportsClass(join(root, 'app', component, 'public.ts'), className)
    files.push({ className, component, path: join(root, file), isPublic })
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/**
 * How a file in a component's folder of models imports a model: a neighbour by its path, any other by
 * the public file of its component.
 */
export function importOf(model: ModelFile, from: { component: string; folder: string }): ImportOf {
  if (model.component !== from.component) {
    return { path: `#app/${model.component}/public`, isDefault: false }
  }
  const path = relative(from.folder, model.path).split(sep).join('/')
  return { path: path.startsWith('.') ? path : `./${path}`, isDefault: true }
}

/** The line that lets other components import a model, and the file that it belongs to. */
export function exportOf({ className, component, path }: ModelFile) {
  const inside = path.slice(path.indexOf(`${component}/models/`) + component.length)
  return {
    file: join('app', component, 'public.ts'),
    line: `export { default as ${className} } from '.${inside}'`,
  }
}

/** The components of the application that have models, by name. */
export function componentsOf(files: ModelFile[]) {
  return [...new Set(files.map(({ component }) => component))].sort()
}

function componentOf(file: string) {
  const [, component] = dirname(file).split(sep)
  return component === 'models' ? '' : component
}

async function exportsClass(path: string, className: string) {
  return new RegExp(
    String.raw`\b(as )?${className}\b[^'"]*\} from|export class ${className}\b`
  ).test(await read(path))
}

async function read(path: string) {
  return readFile(path, 'utf8').catch(() => '')
}
