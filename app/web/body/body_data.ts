import bodyparser from '#config/bodyparser'
import { Qs } from '@adonisjs/core/http'
import { createError } from '@adonisjs/core/exceptions'

type QsConfig = ConstructorParameters<typeof Qs>[0]

export const E_MALFORMED_JSON = createError<[reason: string]>(
  'The body is not JSON that can be used here: %s',
  'E_MALFORMED_JSON',
  400
)

const formParser = new Qs({ parse: bodyparser.form.queryString, stringify: {} } as QsConfig)

/**
 * What a JSON body holds. Only objects and lists are taken, and no key that would reach into the
 * prototype of what it is copied to.
 */
export function parseJson(text: string): Record<string, any> {
  if (text.trim() === '') {
    return {}
  }

  const data = parse(text)
  if (typeof data !== 'object' || data === null) {
    throw new E_MALFORMED_JSON(['it must be an object'])
  }
  return data
}

/**
 * What the body of a form holds.
 */
export function parseForm(text: string): Record<string, any> {
  return formParser.parse(text)
}

function parse(text: string) {
  const mayReachPrototypes = /__proto__|\\u00/i.test(text)

  try {
    return JSON.parse(text, mayReachPrototypes ? withoutPrototype : undefined)
  } catch {
    throw new E_MALFORMED_JSON(['it cannot be parsed'])
  }
}

function withoutPrototype(key: string, value: unknown) {
  return key === '__proto__' ? undefined : value
}
