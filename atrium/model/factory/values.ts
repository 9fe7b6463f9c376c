import * as texts from './texts.ts'
import * as numbers from './numbers.ts'
import * as moments from './moments.ts'
import type { Occasion } from './made_up.ts'
import type { FieldKind } from '../field_description.ts'

/** Kinds that nobody makes up: the database or the model gives them, or they lead to other rows */
export type GivenKind = 'id' | 'foreignKey' | 'generated' | 'custom'

/**
 * How values of each kind are made up.
 */
export const madeUp: {
  [K in Exclude<FieldKind, GivenKind>]: (occasion: Occasion<K>) => unknown
} = {
  string: texts.line,
  text: texts.text,
  slug: texts.slug,
  email: texts.email,
  url: texts.url,
  integer: numbers.integer,
  bigint: numbers.bigint,
  decimal: numbers.decimal,
  float: numbers.float,
  boolean: ({ faker }) => faker.datatype.boolean(),
  date: moments.date,
  timestamp: moments.timestamp,
  time: moments.time,
  duration: moments.duration,
  enum: ({ faker, field }) => faker.helpers.arrayElement(field.values),
  json: ({ faker }) => ({ [faker.word.noun()]: faker.word.words(2), number: faker.number.int() }),
  uuid: ({ faker }) => faker.string.uuid(),
  array: ({ faker, field, isUnique }) => {
    const { of, precision, scale, max } = field
    const element = { kind: of, name: field.name, precision, scale, max }
    const make = madeUp[of] as (occasion: unknown) => unknown

    return faker.helpers.multiple(() => make({ faker, field: element, isUnique }), {
      count: { min: 1, max: 3 },
    })
  },
  binary: ({ faker }) => Buffer.from(faker.string.alphanumeric(32)),
  file: ({ faker, field }) => `${faker.string.uuid()}.${field.extensions?.[0] ?? 'pdf'}`,
  image: ({ faker, field }) => `${faker.string.uuid()}.${field.extensions?.[0] ?? 'jpg'}`,
  inet: ({ faker, field }) =>
    field.type === 'cidr'
      ? `10.${faker.number.int(255)}.${faker.number.int(255)}.0/24`
      : faker.internet.ipv4(),
}
