import { escapeLiteral } from 'pg'

import { unquoted } from './type_parts.ts'
import { isNoJson } from './json_shape.ts'
import { ranges, toDigits } from './numbers.ts'
import { emptying, SPACES, type Journey, type Way } from './way.ts'
import { isNoDay, isNoMoment, isNoWall, saysZone } from './day_shape.ts'
import { addressShape, intervalShape, timeShape } from './text_shapes.ts'

const whole = `^${SPACES}[-+]?[0-9]+${SPACES}$`
const decimal = `^${SPACES}[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(e[-+]?[0-9]{1,3})?${SPACES}$`
const hexadecimal = '([0-9a-f]{4}-?){7}[0-9a-f]{4}'
const booleans = 't|tr|tru|true|f|fa|fal|fals|false|y|ye|yes|n|no|on|of|off|1|0'

/** Text in which something of a shape can be read, of which PostgreSQL then makes the value */
function shaped(shape: string) {
  return (journey: Journey): Way =>
    emptying(journey, {
      sql: `${journey.value}::${journey.type}`,
      offends: `${journey.value} !~* ${escapeLiteral(shape)}`,
    })
}

export const textToBoolean = shaped(`^${SPACES}(${booleans})${SPACES}$`)
export const textToUuid = shaped(`^(${hexadecimal}|\\{${hexadecimal}\\})$`)
export const textToTime = shaped(timeShape)
export const textToInterval = shaped(intervalShape)
export const textToAddress = shaped(addressShape)

export function textToWhole(journey: Journey): Way {
  const { value, to, type } = journey
  const { least, greatest } = ranges[to.name]
  return emptying(journey, {
    sql: `${value}::${type}`,
    offends:
      `case when ${value} ~ '${whole}' ` +
      `then ${value}::numeric not between ${least} and ${greatest} else ${value} is not null end`,
    isStrict: true,
  })
}

export function textToExact(journey: Journey): Way {
  const { value, type } = journey
  const { offends } = toDigits(journey, `${value}::numeric`)
  return emptying(journey, {
    sql: `${value}::${type}`,
    offends: `case when ${value} ~* '${decimal}' then ${offends ?? 'false'} else ${value} is not null end`,
  })
}

export function textToFloat(journey: Journey): Way {
  const { value, to, type } = journey
  const exponent = to.name === 'real' ? 38 : 308
  const size = `abs(${value}::numeric)`
  return emptying(journey, {
    sql: `${value}::${type}`,
    offends:
      `case when ${value} ~* '${decimal}' ` +
      `then ${size} > 1e${exponent} or (${size} > 0 and ${size} < 1e-${exponent - 1}) else ${value} is not null end`,
  })
}

export function textToJson(journey: Journey): Way {
  return emptying(journey, {
    sql: `${journey.value}::${journey.type}`,
    offends: isNoJson(journey.value),
    isStrict: true,
  })
}

export function textToDay(journey: Journey): Way {
  return emptying(journey, { sql: `${journey.value}::date`, offends: isNoDay(journey.value) })
}

export function textToWall(journey: Journey): Way {
  return emptying(journey, {
    sql: `${journey.value}::${journey.type}`,
    offends: isNoWall(journey.value),
  })
}

/** In UTC where the text says no zone. */
export function textToMoment(journey: Journey): Way {
  const { value } = journey
  return emptying(journey, {
    sql:
      `case when ${saysZone(value)} then ${value}::timestamptz ` +
      `else ${value}::timestamp at time zone 'UTC' end`,
    offends: isNoMoment(value),
  })
}

export function textToEnum(journey: Journey): Way {
  const { value, to, type, words } = journey
  const allowed = words[unquoted(to.name)]
  const sql = `${value}::text::${type}`
  if (!allowed) return { sql }

  return emptying(journey, {
    sql,
    offends: `${value}::text not in (${allowed.map(escapeLiteral).join(', ')})`,
    isStrict: true,
  })
}
