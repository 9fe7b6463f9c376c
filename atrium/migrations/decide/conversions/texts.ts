import type { Journey, Way } from './way.ts'

/** Text of whatever length into text of limited length, or without a limit. */
export function textToText(journey: Journey): Way {
  const { from, to, value } = journey
  const [length] = to.modifiers
  const isSame = from.name === to.name
  const isWider = length === undefined || (from.modifiers[0] ?? Infinity) <= length
  if (to.name === 'character') return padded(journey, value)
  if (isWider && (isSame || from.name !== 'character')) return { sql: '' }

  return limited(journey, from.name === 'character' ? `${value}::text` : value)
}

/** Anything that is text already, or was made to be. */
export function limited({ to, type }: Journey, text: string): Way {
  const [length] = to.modifiers
  if (length === undefined) return { sql: text }

  return {
    sql: `${text}::${type}`,
    offends: `char_length(${text}) > ${length}`,
    lossy: `left(${text}, ${length})::${type}`,
    what: `would be cut to ${length} characters`,
  }
}

/** `char(n)` knows no spaces at the end. */
function padded({ to, type }: Journey, value: string): Way {
  const length = to.modifiers[0] ?? 1
  const text = `${value}::text`
  return {
    sql: `${text}::${type}`,
    offends: `char_length(${text}) > ${length} or ${text} <> rtrim(${text})`,
    lossy: `left(${text}, ${length})::${type}`,
    what: `would be cut to ${length} characters, or lose spaces at its end`,
  }
}

/** As text; into `char(n)` as well. */
function asText(text: (journey: Journey) => string) {
  return (journey: Journey): Way =>
    journey.to.name === 'character'
      ? padded(journey, text(journey))
      : limited(journey, text(journey))
}

/** Values whose text says all of them */
export const spelledOut = asText(({ value }) => `${value}::text`)

/** Without the zone of whoever migrates */
export const momentToText = asText(({ value }) => `((${value} at time zone 'UTC')::text || '+00')`)

/** `10.0.0.1`, where the cast would say `10.0.0.1/32` */
export const addressToText = asText(({ value, from }) =>
  from.name === 'inet' ? `abbrev(${value})` : `${value}::text`
)

const tail = '[89ab][0-9a-f]'

/** Hexadecimal digits that are UTF-8 without a zero byte */
const utf8 = [
  '(0[1-9a-f]|[1-7][0-9a-f])',
  `(c[2-9a-f]|d[0-9a-f])${tail}`,
  `e0[ab][0-9a-f]${tail}`,
  `(e[1-9a-c]|e[ef])${tail}${tail}`,
  `ed[89][0-9a-f]${tail}`,
  `f0[9ab][0-9a-f]${tail}${tail}`,
  `f[1-3]${tail}${tail}${tail}`,
  `f48[0-9a-f]${tail}${tail}`,
].join('|')

/** Bytes that are UTF-8. Others can only be kept escaped. */
export function bytesToText(journey: Journey): Way {
  const { value, type } = journey
  const isNone = `encode(${value}, 'hex') !~ '^(${utf8})*$'`
  const [length] = journey.to.modifiers
  const text = `convert_from(${value}, 'UTF8')`
  const isLong = length === undefined ? '' : ` or char_length(${text}) > ${length}`
  const cut = length === undefined ? '' : `::${type}`

  return {
    sql: `${text}${cut}`,
    offends: isLong ? `case when ${isNone} then true else false${isLong} end` : isNone,
    lossy: `case when ${isNone} then encode(${value}, 'escape')${cut} else ${text}${cut} end`,
    what: 'is no text in UTF-8, or too long',
  }
}

export function textToBytes({ value }: Journey): Way {
  return { sql: `convert_to(${value}, 'UTF8')` }
}
