/** A kind of field as it is asked for on the command line */
export type MadeKind = {
  /** The type of the property */
  type: string

  /** What bare numbers in braces stand for, in order */
  numbers: string[]

  /** What other words in braces are, where they are not options */
  words?: 'values' | 'kind' | 'target'

  /** A default as code; undefined where the text is none */
  defaultOf?: (text: string) => string | undefined
}

const text = (said: string) => `'${said.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`
const number = (said: string) => (/^-?\d+(\.\d+)?$/.test(said) ? said : undefined)
const whole = (said: string) => (/^-?\d+$/.test(said) ? said : undefined)

const line: MadeKind = { type: 'string', numbers: ['max'], defaultOf: text }

/** The kinds of fields that `make:model` knows */
export const kinds: Record<string, MadeKind> = {
  string: line,
  text: line,
  slug: line,
  email: line,
  url: line,
  integer: { type: 'number', numbers: [], defaultOf: whole },
  bigint: { type: 'bigint', numbers: [], defaultOf: (said) => whole(said) && `${said}n` },
  decimal: {
    type: 'Decimal',
    numbers: ['precision', 'scale'],
    defaultOf: (said) => number(said) && `new Decimal('${said}')`,
  },
  float: { type: 'number', numbers: [], defaultOf: number },
  boolean: {
    type: 'boolean',
    numbers: [],
    defaultOf: (said) => (/^(true|false)$/.test(said) ? said : undefined),
  },
  date: { type: 'DateTime', numbers: [] },
  timestamp: { type: 'DateTime', numbers: [] },
  time: { type: 'string', numbers: [], defaultOf: text },
  duration: { type: 'Duration', numbers: [] },
  enum: { type: '', numbers: [], words: 'values', defaultOf: text },
  json: { type: 'Record<string, any>', numbers: [] },
  uuid: { type: 'string', numbers: [] },
  array: { type: '', numbers: [], words: 'kind' },
  binary: { type: 'Buffer', numbers: [] },
  file: { type: 'string', numbers: [] },
  image: { type: 'string', numbers: [] },
  inet: { type: 'string', numbers: [], defaultOf: text },
  references: { type: 'number', numbers: [], words: 'target' },
}

/** What an array may hold, with the type of its values */
export const scalars: Record<string, string> = {
  string: 'string',
  text: 'string',
  integer: 'number',
  bigint: 'bigint',
  decimal: 'Decimal',
  float: 'number',
  boolean: 'boolean',
  date: 'DateTime',
  timestamp: 'DateTime',
  uuid: 'string',
  inet: 'string',
}

/** Options that every kind takes, as they are said in braces */
export const flags = ['nullable', 'unique', 'index', 'hidden'] as const

/** What becomes of rows when the row that they refer to is deleted */
export const actions: Record<string, string> = {
  cascade: 'cascade',
  restrict: 'restrict',
  setNull: 'set null',
}
