import type { FieldKind } from '#atrium/model/main'
import type { ResourceField } from '#atrium/resource/main'

/** Fields that are asked about in the same words */
export type Family =
  'text' | 'number' | 'moment' | 'truth' | 'choice' | 'exact' | 'item' | 'key' | 'relation' | 'many'

/** What is asked: each has its words, and its way to and from a filter */
export const OPERATORS = {
  text: ['contains', 'is', 'is_not', 'starts', 'ends'],
  number: ['is', 'is_not', 'more', 'at_least', 'less', 'at_most', 'between'],
  moment: ['within', 'this', 'is', 'before', 'after', 'between'],
  truth: ['yes', 'no'],
  choice: ['one_of', 'none_of'],
  exact: ['is', 'is_not'],
  item: ['has', 'has_not'],
  key: ['has'],
  relation: ['contains', 'is', 'is_not'],
  many: [],
} as const satisfies Record<Family, readonly string[]>

/** Asked of everything that may be empty */
export const PRESENCE = ['filled', 'empty'] as const

export type OperatorName = (typeof OPERATORS)[Family][number] | 'me' | (typeof PRESENCE)[number]

/** How far `within` looks back or ahead */
export const SPANS = ['1h', '24h', '7d', '30d', '90d', '1y'] as const
/** What `this` may be */
export const PERIODS = ['day', 'week', 'month', 'quarter', 'year'] as const

const FAMILIES: Record<Exclude<FieldKind, 'foreignKey'>, Family | undefined> = {
  id: 'number',
  string: 'text',
  text: 'text',
  slug: 'text',
  email: 'text',
  url: 'text',
  integer: 'number',
  bigint: 'number',
  decimal: 'number',
  float: 'number',
  boolean: 'truth',
  date: 'moment',
  timestamp: 'moment',
  time: 'number',
  duration: 'number',
  enum: 'choice',
  json: 'key',
  uuid: 'exact',
  array: 'item',
  binary: undefined,
  file: 'text',
  image: 'text',
  inet: 'exact',
  generated: undefined,
  custom: undefined,
}

/** How a field is asked about; undefined when only the filter language can. */
export function familyOf(field: ResourceField): Family | undefined {
  if (field.kind === 'array') return 'item'
  if (field.choices) return 'choice'
  return FAMILIES[field.kind as keyof typeof FAMILIES]
}
