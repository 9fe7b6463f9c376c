import vine from '@vinejs/vine'
import { isIP } from 'node:net'

import { timeCodec } from '../codecs/text.ts'

/**
 * The address of a machine, or of a network: `10.0.0.0/8`.
 */
export const address = vine.createRule(
  (value, _, field) => {
    if (!isAddress(String(value))) {
      field.report(
        'The {{ field }} field must be the address of a machine or network',
        'ipAddress',
        field
      )
    }
  },
  { name: 'ipAddress' }
)

function isAddress(text: string) {
  const [host, length, ...rest] = text.split('/')
  const bits = isIP(host) === 4 ? 32 : 128
  const isLength = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits)

  return isIP(host) > 0 && isLength && !rest.length
}

/**
 * A time of day: `17:30`, `17:30:00.5`.
 */
export const timeOfDay = vine.createRule(
  (value, _, field) => {
    if (!timeCodec.accepts!(value)) {
      field.report('The {{ field }} field must be a time such as 17:30', 'time', field)
    }
  },
  {
    name: 'time',
    toJSONSchema: (schema) => Object.assign(schema, { type: 'string', format: 'time' }),
  }
)

/**
 * Bytes in Base64. Gives a Buffer.
 */
export const bytes = vine.createRule(
  (value, _, field) => {
    if (Buffer.isBuffer(value)) return

    if (typeof value === 'string' && /^([\w+/-]{4})*([\w+/-]{2,4}={0,2})?$/.test(value)) {
      field.mutate(Buffer.from(value, 'base64'), field)
    } else {
      field.report('The {{ field }} field must be written in Base64', 'base64', field)
    }
  },
  {
    name: 'base64',
    toJSONSchema: (schema) => Object.assign(schema, { type: 'string', contentEncoding: 'base64' }),
  }
)

/**
 * For changes: what is missing stays as it is, but null would take away what every row has.
 */
export const notNull = vine.createRule(
  (value, _, field) => {
    if (value === null) {
      field.report('The {{ field }} field cannot be taken away', 'required', field)
    }
  },
  { implicit: true, name: 'required' }
)

/**
 * Browsers send fields that were left empty.
 */
export function nullIfEmpty(value: unknown) {
  return value === '' ? null : value
}
