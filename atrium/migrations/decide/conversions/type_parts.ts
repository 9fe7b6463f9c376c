/** A type taken apart: `timestamp(3) with time zone[]` is a timestamptz with the modifier 3, in lists */
export type TypeParts = {
  /** The name by which conversions know it; that of an enum for one that they do not know */
  name: string
  family: Family
  modifiers: number[]
  isList: boolean
}

/** Types whose values are converted in the same manner */
export type Family =
  | 'text'
  | 'whole'
  | 'exact'
  | 'float'
  | 'boolean'
  | 'day'
  | 'wall'
  | 'moment'
  | 'time'
  | 'interval'
  | 'json'
  | 'uuid'
  | 'bytes'
  | 'address'
  | 'enum'
  | 'other'

const families: Record<string, Family> = {
  'text': 'text',
  'character varying': 'text',
  'character': 'text',
  'citext': 'text',
  'smallint': 'whole',
  'integer': 'whole',
  'bigint': 'whole',
  'numeric': 'exact',
  'real': 'float',
  'double precision': 'float',
  'boolean': 'boolean',
  'date': 'day',
  'timestamp without time zone': 'wall',
  'timestamp with time zone': 'moment',
  'time without time zone': 'time',
  'interval': 'interval',
  'json': 'json',
  'jsonb': 'json',
  'uuid': 'uuid',
  'bytea': 'bytes',
  'inet': 'address',
  'cidr': 'address',
}

/** Takes apart what `format_type` says. */
export function typeParts(type: string, enums: Record<string, unknown> = {}): TypeParts {
  const element = elementType(type)
  const name = element.replace(/\(([^)]*)\)/, '')
  const modifiers = /\(([\d,-]+)\)/.exec(element)?.[1].split(',').map(Number) ?? []
  const family = families[name] ?? (unquoted(name) in enums ? 'enum' : 'other')

  return { name, family, modifiers, isList: element !== type }
}

/** The bare name of `"Mood"`. */
export function unquoted(name: string) {
  return name.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')
}

/** Its name as it is written in SQL, without brackets. */
export function elementType(type: string) {
  return type.replace(/(\[\])+$/, '')
}
