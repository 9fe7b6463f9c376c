import { isIP } from 'node:net'
import { identifier, sql } from '#atrium/model/main'

import { EQUALITY, exact, ORDER, type Comparer } from './comparer.ts'

const UUID = /^[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}$/i
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?$/

export const booleanComparer = exact({
  takes: 'true or false',
  operators: EQUALITY,
  read(text) {
    if (text === 'true') return sql`true`
    return text === 'false' ? sql`false` : undefined
  },
})

/**
 * One of several words. Only those of a type of the database have an order.
 */
export function enumComparer(values: readonly string[], type?: string): Comparer {
  return exact({
    takes: `one of ${values.join(', ')}`,
    operators: type ? ORDER : EQUALITY,
    read(text) {
      if (!values.includes(text)) return undefined
      return type ? sql`${text}::${identifier(type)}` : sql`${text}::text`
    },
  })
}

export const uuidComparer = exact({
  takes: 'a UUID',
  read: (text) => (UUID.test(text) ? sql`${text}::uuid` : undefined),
})

/** A time of day. Where the column knows zones it is meant in UTC. */
export const timeComparer = (zone = false) =>
  exact({
    takes: 'a time such as 17:30',
    read(text) {
      if (!TIME.test(text)) return undefined
      return zone ? sql`${`${text}+00`}::timetz` : sql`${text}::time`
    },
  })

/** Addresses of machines and networks: `:` is whether a network contains them. */
export const inetComparer: Comparer = withNetworks(
  exact({
    takes: 'an address such as 10.0.0.7, or a network such as 10.0.0.0/8',
    read: (text) => (isAddress(text) ? sql`${text}::inet` : undefined),
  })
)

function withNetworks(comparer: Comparer): Comparer {
  return {
    ...comparer,
    compare(column, operator, value, now) {
      const network = operator === ':' ? comparer.constant!(value) : undefined
      return network
        ? sql`${column} <<= ${network}`
        : comparer.compare(column, operator, value, now)
    },
  }
}

function isAddress(text: string) {
  const [address, bits, ...rest] = text.split('/')
  const version = address.includes('%') ? 0 : isIP(address)
  if (version === 0 || rest.length) return false
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  )
}
