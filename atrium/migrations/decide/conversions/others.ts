import { textToEnum } from './from_text.ts'
import type { Journey, Way } from './way.ts'

/** The same type, or one that PostgreSQL turns it into by itself. */
export function plain(): Way {
  return { sql: '' }
}

/** A cast that has to be said. */
export function cast({ value, type }: Journey): Way {
  return { sql: `${value}::${type}` }
}

export function jsonToJson(journey: Journey): Way {
  return journey.from.name === journey.to.name ? plain() : cast(journey)
}

/** A network has no bits behind its prefix. */
export function addressToAddress(journey: Journey): Way {
  const { value, from, to } = journey
  if (from.name === to.name || to.name === 'inet') return plain()

  return {
    sql: `${value}::cidr`,
    offends: `host(${value}) <> host(network(${value}))`,
    lossy: `${value}::cidr`,
    what: 'loses the address of the machine',
  }
}

export function enumToEnum(journey: Journey): Way {
  return journey.from.name === journey.to.name ? plain() : textToEnum(journey)
}
