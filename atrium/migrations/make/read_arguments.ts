import { nearest } from './nearest.ts'
import { expandedBack } from './expanded_back.ts'
import { actions, flags, kinds, scalars, type MadeKind } from './kinds.ts'
import {
  E_FIELD_NOT_READ,
  E_FIELD_TWICE,
  E_FIELD_UNKNOWN_KIND,
  E_FIELD_UNKNOWN_OPTION,
} from './errors.ts'

/** A field as it was asked for */
export type AskedField = {
  name: string
  kind: string

  /** Options of the field as code */
  options: Record<string, string>

  /** Words of an enum */
  values: string[]

  /** What an array holds */
  of: string

  /** The model that is referred to, when it is not called like the field */
  target: string | null
}

/**
 * Reads fields as they are written on the command line: `number:string{unique}`,
 * `amount:decimal{12,2}`, `due:date?`. Without a kind it is a string.
 *
 * @throws E_FIELD_NOT_READ, E_FIELD_UNKNOWN_KIND, E_FIELD_UNKNOWN_OPTION, E_FIELD_TWICE
 */
export function readArguments(args: string[]): AskedField[] {
  const fields = expandedBack(args).map(readField)
  const names = fields.map(({ name }) => name)
  const twice = names.find((name, place) => names.indexOf(name) !== place)
  if (twice) throw new E_FIELD_TWICE([twice])

  return fields
}

function readField(argument: string): AskedField {
  const read =
    /^(?<name>\p{L}[\p{L}\d_]*)(?::(?<kind>\w*)(?<braces>(?:\{[^{}]*\})*)(?<empty>\?)?)?$/u.exec(
      argument
    )
  if (!read) throw new E_FIELD_NOT_READ([argument])

  const { name, kind = 'string', braces = '', empty } = read.groups!
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (!known) {
    throw new E_FIELD_UNKNOWN_KIND([
      kind,
      argument,
      nearest(kind, Object.keys(kinds)),
      Object.keys(kinds).join(', '),
    ])
  }

  const words = Array.from(braces.matchAll(/\{([^}]*)\}/g), ([, inside]) => inside.split(','))
    .flat()
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const field = { name, kind, options: {}, values: [], of: '', target: null }
  const asked = words.reduce((sum, word) => add(sum, word, known, argument), field as AskedField)
  return complete(empty ? add(asked, 'nullable', known, argument) : asked, argument)
}

/** A word in braces, in the order in which it may be meant */
function add(field: AskedField, word: string, kind: MadeKind, argument: string): AskedField {
  const option = optionOf(field, word, kind)
  if (option) return { ...field, options: { ...field.options, ...option } }

  if (kind.words === 'values') return { ...field, values: [...field.values, word] }
  if (kind.words === 'kind' && Object.hasOwn(scalars, word)) return { ...field, of: word }
  if (kind.words === 'target' && /^\p{Lu}/u.test(word)) return { ...field, target: word }

  const taken = takenBy(kind)
  throw new E_FIELD_UNKNOWN_OPTION([
    word,
    argument,
    nearest(word, taken),
    field.kind,
    taken.join(', '),
  ])
}

function optionOf(
  { options }: AskedField,
  word: string,
  kind: MadeKind
): Record<string, string> | null {
  if ((flags as readonly string[]).includes(word)) return { [word]: 'true' }
  if (kind.words === 'target' && Object.hasOwn(actions, word))
    return { onDelete: `'${actions[word]}'` }

  const free = kind.numbers.find((name) => !(name in options))
  if (free && /^\d+$/.test(word)) return { [free]: word }

  const [, said] = /^default=(.*)$/.exec(word) ?? []
  const value = said === undefined ? undefined : kind.defaultOf?.(said)
  return value === undefined ? null : { default: value }
}

function takenBy(kind: MadeKind) {
  return [
    ...flags,
    ...(kind.numbers.length > 0 ? [`{${kind.numbers.join(',')}} as numbers`] : []),
    ...(kind.defaultOf ? ['default=...'] : []),
    ...(kind.words === 'kind' ? Object.keys(scalars) : []),
    ...(kind.words === 'target' ? [...Object.keys(actions), 'the name of a model'] : []),
  ]
}

/** An enum without words, or an array of nothing, is none */
function complete(field: AskedField, argument: string) {
  const isEmptyEnum = field.kind === 'enum' && field.values.length === 0
  const isEmptyArray = field.kind === 'array' && field.of === ''
  if (isEmptyEnum || isEmptyArray) throw new E_FIELD_NOT_READ([argument])

  return field
}
