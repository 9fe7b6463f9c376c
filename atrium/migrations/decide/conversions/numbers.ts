import type { Journey, Way } from './way.ts'
import type { TypeParts } from './type_parts.ts'

/** The least and the greatest of each whole number, and how many digits it may have */
export const ranges: Record<string, { least: string; greatest: string; digits: number }> = {
  smallint: { least: '-32768', greatest: '32767', digits: 5 },
  integer: { least: '-2147483648', greatest: '2147483647', digits: 10 },
  bigint: { least: '-9223372036854775808', greatest: '9223372036854775807', digits: 19 },
}

/** The greatest that each float can hold, and of those below 2^63 the greatest that is whole in it */
const floats: Record<string, { greatest: string; least: string; wholes: string }> = {
  'real': { greatest: '3.4028234e38', least: '1.1754944e-38', wholes: '9223371487098961920' },
  'double precision': {
    greatest: '1.797693134862315e308',
    least: '2.2250738585072014e-308',
    wholes: '9223372036854774784',
  },
}

const FITS = 'has no room for it'

export function wholeToWhole({ value, from, to, nearest, type }: Journey): Way {
  if (ranges[from.name].digits <= ranges[to.name].digits) return { sql: '' }

  const { least, greatest } = ranges[to.name]
  const offends = `${value} not between ${least} and ${greatest}`
  return {
    sql: '',
    offends,
    lossy: `case when ${offends} then ${nearest(within(value, least, greatest, type))} else ${value}::${type} end`,
    what: `${FITS} in a ${to.name}`,
    isStrict: true,
  }
}

function within(value: string, least: string, greatest: string, type: string) {
  return `least(greatest(${value}, ${least}), ${greatest})::${type}`
}

export function wholeToExact(journey: Journey): Way {
  const { from, to } = journey
  const [precision, scale = 0] = to.modifiers
  if (precision === undefined || precision - scale >= ranges[from.name].digits) return { sql: '' }

  return { ...toDigits(journey, `${journey.value}::numeric`, false), isStrict: true, sql: '' }
}

export function wholeToFloat({ value, from, to, type }: Journey): Way {
  const isExact = to.name === 'real' ? from.name === 'smallint' : from.name !== 'bigint'
  if (isExact) return { sql: '' }

  const differs = `${value}::${to.name}::bigint <> ${value}`
  return {
    sql: `${value}::${type}`,
    offends:
      from.name === 'bigint'
        ? `case when ${value} > ${floats[to.name].wholes} then true else ${differs} end`
        : differs,
    lossy: `${value}::${type}`,
    what: 'would be rounded',
  }
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
    what: isWhole ? `${FITS} in a ${to.name}` : 'loses what stands behind the point',
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
    what: rounds ? `has more than ${precision} digits, or ${scale} of them behind the point` : FITS,
  }
}

export function exactToFloat({ value, to, nearest, type }: Journey): Way {
  const { greatest, least } = floats[to.name]
  const outside = `abs(${value}) > ${greatest} or (${value} <> 0 and abs(${value}) < ${least})`
  const isNumber = `${value} <> 'NaN'`
  const nearby = nearest(`(sign(${value}) * ${greatest})::${type}`)

  return {
    sql: `${value}::${type}`,
    offends: `${isNumber} and case when ${outside} then true else ${value}::${to.name}::text::numeric <> ${value} end`,
    lossy: `case when ${isNumber} and (${outside}) then ${nearby} else ${value}::${type} end`,
    what: 'would be rounded',
  }
}

export function floatToWhole({ value, to, nearest, type }: Journey): Way {
  const { least } = ranges[to.name]
  const greatest =
    to.name === 'bigint' ? floats['double precision'].wholes : ranges[to.name].greatest
  const number = `${value}::double precision`
  const outside = `(${number} < ${least} or ${number} > ${greatest})`

  return {
    sql: `${value}::${type}`,
    offends: `${number} <> trunc(${number}) or ${outside}`,
    lossy:
      `case when ${outside} then ${nearest(within(number, least, greatest, type))} ` +
      `else least(greatest(round(${number}), ${least}), ${greatest})::${type} end`,
    what: 'loses what stands behind the point',
  }
}

/** By way of text, which is exact: PostgreSQL's own way keeps 15 digits. */
export function floatToExact(journey: Journey): Way {
  return toDigits(journey, `${journey.value}::text::numeric`)
}

export function floatToFloat({ value, from, to, nearest, type }: Journey): Way {
  if (from.name === to.name || to.name === 'double precision') return { sql: '' }

  const { greatest, least } = floats.real
  const isFinite = `abs(${value}) < 'Infinity'`
  const outside = `${isFinite} and (abs(${value}) > ${greatest} or (${value} <> 0 and abs(${value}) < ${least}))`
  return {
    sql: `${value}::${type}`,
    offends: `case when ${outside} then true else ${value}::real::double precision <> ${value} end`,
    lossy: `case when ${outside} then ${nearest(`(sign(${value}) * ${greatest})::real`)} else ${value}::real end`,
    what: 'would be rounded',
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
