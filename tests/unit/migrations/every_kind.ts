import { field } from '#atrium/model/main'

import { modelOf } from '../../migrations/model_of.ts'

/**
 * A model with a field of every kind, and the one that it points to.
 */
export function everyKind() {
  const Parent = modelOf('parents', { id: field.id({ bits: 32 }) })
  const Every = modelOf('everything', {
    id: field.id(),
    string: field.string(),
    short: field.string({ max: 10 }),
    fixed: field.string({ format: 'char', length: 2 }),
    unlimited: field.string({ max: Infinity }),
    text: field.text({ max: 10 }),
    slug: field.slug(),
    email: field.email(),
    url: field.url(),
    integer: field.integer(),
    small: field.integer({ bits: 16 }),
    bigint: field.bigint(),
    decimal: field.decimal(),
    price: field.decimal({ precision: 12, scale: 2 }),
    whole: field.decimal({ precision: 5 }),
    float: field.float(),
    real: field.float({ bits: 32 }),
    boolean: field.boolean(),
    date: field.date(),
    timestamp: field.timestamp(),
    wallTime: field.timestamp({ zone: false, precision: 3 }),
    time: field.time(),
    zonedTime: field.time({ zone: true, precision: 0 }),
    duration: field.duration(),
    enum: field.enum(['a', 'b']),
    shortEnum: field.enum(['a', 'b'], { max: 5 }),
    native: field.enum(['a', 'b'], { type: 'Letter' }),
    json: field.json(),
    plainJson: field.json({ binary: false }),
    uuid: field.uuid(),
    words: field.array('string', { max: 20 }),
    prices: field.array('decimal', { precision: 8, scale: 2 }),
    moments: field.array('timestamp'),
    binary: field.binary(),
    file: field.file(),
    image: field.image(),
    inet: field.inet(),
    cidr: field.inet({ type: 'cidr' }),
    generated: field.generated({ type: 'tsvector', as: `to_tsvector('english', text)` }),
    custom: field.custom('point'),
    parentId: field.foreignKey(() => Parent),
  })

  return [Every, Parent]
}
