import type { Journey, Way } from './way.ts'
import { ranges, toDigits, within } from './numbers.ts'

/** The greatest that each float can hold, and of those below 2^63 the greatest that is whole in it */
const floats: Record<string, { greatest: string; least: string; wholes: string }> = {
  'real': { greatest: '3.4028234e38', least: '1.1754944e-38', wholes: '9223371487098961920' },
  'double precision': {
    greatest: '1.797693134862315e308',
    least: '2.2250738585072014e-308',
    wholes: '9223372036854774784',
  },
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
