import { parseDocument } from 'yaml'
import { parse as parseToml, TomlError } from 'smol-toml'

import { E_POST_REFUSED } from './errors.ts'

type Values = Record<string, unknown>

/** How the front matter of each language begins, ends and is read */
const LANGUAGES = [
  { opening: '---', closing: ['---', '...'], read: readYaml },
  { opening: '+++', closing: ['+++'], read: readToml },
]

/**
 * What stands before the text of a post: its title, its date and so on.
 */
export class FrontMatter {
  #values: Map<string, unknown>
  #lines: string[]

  constructor(values: Values, lines: string[]) {
    this.#values = new Map(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]))
    this.#lines = lines
  }

  /** The first of these keys that has a value. `taxonomies.tags` is a key within a table. */
  get(...keys: string[]): unknown {
    for (const key of keys) {
      const [outer, inner] = key.split('.')
      const found = this.#values.get(outer)
      const value = inner ? (found as Values | null | undefined)?.[inner] : found

      if (value !== undefined && value !== null && value !== '') return value
    }
  }

  /** The line of the file that one of these keys is in. */
  lineOf(...keys: string[]) {
    const patterns = keys.map((key) => new RegExp(`^\\s*["']?${key}["']?\\s*[:=]`, 'i'))
    const index = this.#lines.findIndex((line) => patterns.some((pattern) => pattern.test(line)))

    return index === -1 ? undefined : index + 2
  }
}

/**
 * Parts a file into its front matter, which may be YAML, TOML or missing, and its text.
 *
 * @throws E_POST_REFUSED the front matter does not end or cannot be read
 */
export function splitFrontMatter(source: string) {
  const lines = source.split('\n')
  const language = LANGUAGES.find(({ opening }) => lines[0].trimEnd() === opening)
  if (!language) {
    return { frontMatter: new FrontMatter({}, []), text: source }
  }

  const end = lines.findIndex((line, index) => {
    return index > 0 && language.closing.includes(line.trimEnd())
  })
  if (end === -1) {
    throw new E_POST_REFUSED(`The front matter has no closing ${language.opening}`, 1)
  }

  const inside = lines.slice(1, end)
  return {
    frontMatter: new FrontMatter(language.read(inside.join('\n')), inside),
    text: lines.slice(end + 1).join('\n'),
  }
}

/** A key that is there twice has its last value, as in Jekyll. */
function readYaml(source: string): Values {
  const document = parseDocument(source, { uniqueKeys: false, logLevel: 'silent' })
  const [error] = document.errors
  if (error) {
    throw refused('YAML', error.message, error.linePos?.[0].line)
  }

  let values: unknown
  try {
    values = document.toJS({ maxAliasCount: 100 })
  } catch (failure: any) {
    throw refused('YAML', failure.message)
  }
  if (values !== null && (typeof values !== 'object' || Array.isArray(values))) {
    throw new E_POST_REFUSED('The front matter is no list of keys and values', 2)
  }

  return (values ?? {}) as Values
}

function readToml(source: string): Values {
  try {
    return parseToml(source)
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    throw refused('TOML', error.message, error.line)
  }
}

/**
 * Both readers draw the place below their first line, where we give its number.
 */
function refused(language: string, message: string, line?: number) {
  const reason = message
    .split('\n')[0]
    .replace(/^Invalid TOML document: /, '')
    .replace(/ at line \d+, column \d+:?$/, '')

  return new E_POST_REFUSED(
    `The front matter is not valid ${language}: ${reason}`,
    line === undefined ? undefined : line + 1
  )
}
