/** Types whose values can be said in one another, by the name without length and precision */
const families: Record<string, string> = {
  'text': 'text',
  'character varying': 'text',
  'character': 'text',
  'citext': 'text',
  'smallint': 'number',
  'integer': 'number',
  'bigint': 'number',
  'numeric': 'number',
  'real': 'number',
  'double precision': 'number',
  'boolean': 'boolean',
  'date': 'moment',
  'timestamp without time zone': 'moment',
  'timestamp with time zone': 'moment',
  'json': 'json',
  'jsonb': 'json',
  'inet': 'address',
  'cidr': 'address',
}

/** Families that can say one another, beside text, which can say everything but bytes */
const neighbours = [['number', 'boolean']]

/** The name of a type without length, precision and brackets. */
export function baseOf(type: string) {
  return type.replace(/\([^)]*\)/, '').replace(/(\[\])+$/, '')
}

/** The family of a type. One that is not known is a family of its own. */
export function familyOf(type: string) {
  return families[baseOf(type)] ?? baseOf(type)
}

/** Whether values of one type can become values of the other at all. A list may be one of one value. */
export function canBecome(from: string, to: string) {
  const pair = [familyOf(from), familyOf(to)]
  if (pair[0] === pair[1]) return true
  if (pair.includes('text')) return !pair.includes('bytea')

  return neighbours.some((both) => pair.every((family) => both.includes(family)))
}
