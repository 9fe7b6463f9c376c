import type { Journey, Way } from './way.ts'
import type { TypeParts } from './type_parts.ts'

/** The least and the greatest of each whole number, and how many digits it may have */
export const ranges: Record<string, { least: string; greatest: string; digits: number }> = {
  smallint: { least: '-32768', greatest: '32767', digits: 5 },
  integer: { least: '-2147483648', greatest: '2147483647', digits: 10 },
  bigint: { least: '-9223372036854775808', greatest: '9223372036854775807', digits: 19 },
}

/** What becomes of a number that is too large or too small, by the lossy way */
const NEAREST = 'the nearest that fits takes its place'

export function wholeToWhole({ value, from, to, nearest, type }: Journey): Way {
  if (ranges[from.name].digits <= ranges[to.name].digits) return { sql: '' }

  const { least, greatest } = ranges[to.name]
  const offends = `${value} not between ${least} and ${greatest}`
  return {
    sql: '',
    offends,
    lossy: `case when ${offends} then ${nearest(within(value, least, greatest, type))} else ${value}::${type} end`,
    what: 'does not fit',
    instead: NEAREST,
    isStrict: true,
  }
}

export function within(value: string, least: string, greatest: string, type: string) {
  return `least(greatest(${value}, ${least}), ${greatest})::${type}`
}

export function wholeToExact(journey: Journey): Way {
  const { from, to } = journey
  const [precision, scale = 0] = to.modifiers
  if (precision === undefined || precision - scale >= ranges[from.name].digits) return { sql: '' }

  return { ...toDigits(journey, `${journey.value}::numeric`, false), isStrict: true, sql: '' }
}

export function exactToWhole({ value, from, to, nearest, type }: Journey): Way {
  const [precision, scale = 0] = from.modifiers
  const { least, greatest, digits } = ranges[to.name]
  const fits = precision !== undefined && precision - scale < digits
  const isWhole = precision !== undefined && scale === 0
  if (fits && isWhole) return { sql: '' }

  const rounded = `round(${value})`
  const outside = `${rounded} not between ${least} and ${greatest}`
  const nearby = nearest(within(rounded, least, greatest, type))
  return {
    sql: `${value}::${type}`,
    offends: [...(isWhole ? [] : [`${value} <> trunc(${value})`]), ...(fits ? [] : [outside])].join(
      ' or '
    ),
    lossy: fits
      ? `${rounded}::${type}`
      : `case when ${outside} then ${nearby} else ${rounded}::${type} end`,
    what: isWhole ? 'does not fit' : 'loses what stands behind the point',
    instead: fits ? undefined : NEAREST,
  }
}

export function exactToExact(journey: Journey): Way {
  const { value, from, to } = journey
  const [precision, scale = 0] = to.modifiers
  if (precision === undefined) return { sql: '' }

  const [formerPrecision, formerScale = 0] = from.modifiers
  const isKnown = formerPrecision !== undefined
  const keepsScale = isKnown && formerScale <= scale
  const keepsDigits = isKnown && formerPrecision - formerScale <= precision - scale
  if (keepsScale && keepsDigits) return { sql: '' }

  return { ...toDigits(journey, value, !keepsScale), isStrict: keepsScale }
}

/** Into a decimal of so many digits, from any decimal. */
export function toDigits({ to, nearest, type }: Journey, value: string, rounds = true): Way {
  const [precision, scale = 0] = to.modifiers
  if (precision === undefined) return { sql: `${value}` }

  const limit = `1e${precision - scale}`
  const rounded = rounds ? `round(${value}, ${scale})` : value
  const most = `${'9'.repeat(precision - scale) || '0'}${scale > 0 ? `.${'9'.repeat(scale)}` : ''}`
  const outside = `abs(${rounded}) >= ${limit}`
  const nearby = nearest(`sign(${value}) * ${most}`)
  const offends = rounds ? `(${value} <> ${rounded} or ${outside})` : outside

  return {
    sql: `${value}::${type}`,
    offends: `${value} <> 'NaN' and ${offends}`,
    lossy: `case when ${value} <> 'NaN' and ${outside} then ${nearby} else ${rounded}::${type} end`,
    what: rounds
      ? `has more than ${precision - scale} digits before or ${scale} behind the point`
      : `has more than ${precision - scale} digits before the point`,
    instead: rounds ? `it is rounded, and where it does not fit ${NEAREST}` : NEAREST,
  }
}

export function booleanToNumber({ value, type }: Journey): Way {
  return { sql: `${value}::integer::${type}` }
}

export function numberToBoolean({ value }: Journey): Way {
  return {
    sql: `${value} <> 0`,
    offends: `${value} not in (0, 1)`,
    lossy: `${value} <> 0`,
    what: 'is neither 0 nor 1',
  }
}

/** Whether a decimal keeps all rows as they are stored. */
export function keepsStoredDigits(from: TypeParts, to: TypeParts) {
  const [precision, scale = 0] = to.modifiers
  const [formerPrecision, formerScale = 0] = from.modifiers
  if (precision === undefined) return true

  return formerPrecision !== undefined && scale === formerScale && precision >= formerPrecision
}
