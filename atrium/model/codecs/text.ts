import type { Codec } from './codec.ts'

const matching = (takes: string, form: RegExp): Codec => ({
  takes,
  accepts: (value) => typeof value === 'string' && form.test(value),
})

/**
 * Text of all kinds. Its length is for the database and the validators to say.
 */
export const textCodec: Codec = {
  takes: 'text',
  accepts: (value) => typeof value === 'string',
}

/**
 * One of several words.
 */
export const enumCodec = (values: readonly string[]): Codec => ({
  takes: `one of ${values.map((value) => `"${value}"`).join(', ')}`,
  accepts: (value) => values.includes(value),
})

/**
 * A time of day, with or without a zone.
 */
export const timeCodec = matching(
  'a time of day such as "17:30:00"',
  /^([01]?\d|2[0-4]):[0-5]\d(:[0-5]\d(\.\d+)?)?( ?(Z|[+-]\d\d(:?\d\d)*))?$/i
)

/**
 * A UUID of any version.
 */
export const uuidCodec = matching('a UUID', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)

/**
 * Anything that JSON can say, as JSON.
 */
export const jsonCodec: Codec = {
  takes: 'what JSON can say',
  accepts: isJson,
  prepare: (value) => JSON.stringify(value),
}

/** Functions have no JSON; bigints and circles have none either, and throw */
function isJson(value: unknown) {
  try {
    return JSON.stringify(value) !== undefined
  } catch {
    return false
  }
}

/**
 * Bytes: a Buffer in code, Base64 in JSON.
 */
export const binaryCodec: Codec = {
  takes: 'a Buffer',
  accepts: (value) => value instanceof Uint8Array,
  prepare: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  serialize: (value) => Buffer.from(value).toString('base64'),
  same: (a, b) => Buffer.compare(a, b) === 0,
}
