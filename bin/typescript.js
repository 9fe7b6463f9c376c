/*
|--------------------------------------------------------------------------
| TypeScript
|--------------------------------------------------------------------------
|
| Lets Node import the sources, as `@poppinss/ts-exec` does for the dev
| server, in the thread of the program itself: asking another thread about
| each module took longer than the work (docs/decisions/0019). What became of
| a file is kept beside the packages until the file changes.
|
*/

import module from 'node:module'
import { hash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { basename, join, relative } from 'node:path'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'node_modules', '.cache', 'typescript')
const require = module.createRequire(import.meta.url)

/** What tsconfig.json says, in the words of SWC. */
const OPTIONS = {
  swcrc: false,
  sourceMaps: 'inline',
  inlineSourcesContent: false,
  module: { type: 'es6' },
  jsc: {
    target: 'esnext',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, verbatimModuleSyntax: true },
    experimental: { keepImportAttributes: true },
  },
}
const settings = JSON.stringify([require('@swc/core/package.json').version, OPTIONS])

process.setSourceMapsEnabled(true)
module.registerHooks({ resolve, load })

/** Finds the `.ts` where an import names the `.js` that it becomes. */
function resolve(specifier, context, next) {
  try {
    return next(specifier, context)
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.url?.endsWith('.js')) throw error
    try {
      return next(`${error.url.slice(0, -2)}ts`, context)
    } catch {
      throw error
    }
  }
}

function load(url, context, next) {
  if (context.format !== 'module-typescript') return next(url, context)

  const { source } = next(url, { ...context, format: 'module' })
  return { format: 'module', source: compiled(fileURLToPath(url), source.toString()) }
}

/** The JavaScript of a file, from the cache if the file is as it was. */
function compiled(path, source) {
  const kept = join(folder, hash('sha256', relative(root, path)))
  const ending = `\n//${hash('sha256', settings + basename(path) + source)}`
  const found = contentOf(kept)
  if (found?.endsWith(ending)) return found

  const code = compile(path, source)
  keep(kept, code + ending)
  return code
}

function compile(path, source) {
  const { transformSync } = require('@swc/core')
  try {
    const names = { filename: path, sourceFileName: basename(path) }
    return transformSync(source, { ...OPTIONS, ...names }).code
  } catch (error) {
    throw new SyntaxError(error.message.split('\n\nCaused by')[0].trim())
  }
}

function contentOf(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Writes what others may read meanwhile. Where nothing may be written, each start compiles anew. */
function keep(path, content) {
  const draft = `${path}.${process.pid}`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(draft, content)
    renameSync(draft, path)
  } catch {}
}
