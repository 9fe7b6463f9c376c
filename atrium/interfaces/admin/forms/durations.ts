import { Duration } from 'luxon'

/** From the longest to the shortest, as people write them */
const UNITS = [
  ['years', 'y'],
  ['months', 'mo'],
  ['weeks', 'w'],
  ['days', 'd'],
  ['hours', 'h'],
  ['minutes', 'min'],
  ['seconds', 's'],
] as const

const PART = /(-?\d+(?:[.,]\d+)?)\s*([a-z]+)/gi

/**
 * A duration as people write it: `1 d 4 h 30 min`.
 */
export function durationText(duration: Duration) {
  const seconds = duration.seconds + duration.milliseconds / 1000
  const amounts = { ...duration.toObject(), seconds }

  const parts = UNITS.filter(([unit]) => amounts[unit]).map(
    ([unit, short]) => `${amounts[unit]} ${short}`
  )
  return parts.join(' ') || '0 s'
}

/**
 * What people wrote as ISO 8601, or as they wrote it when it cannot be read: `2 hours` is `PT2H`.
 */
export function isoDuration(text: string) {
  const parts = [...text.matchAll(PART)]
  const rest = text.replace(PART, '').replace(/[\s,;]|and|und/gi, '')
  if (!parts.length || rest) return text

  const amounts = parts.map(([, amount, word]) => [unitOf(word), amount.replace(',', '.')] as const)
  if (amounts.some(([unit]) => !unit)) return text

  return Duration.fromObject(
    Object.fromEntries(amounts.map(([unit, amount]) => [unit, Number(amount)]))
  ).toISO()!
}

function unitOf(word: string) {
  const lower = word.toLowerCase()
  const exact = UNITS.find(([, short]) => short === lower)
  return (exact ?? UNITS.find(([unit]) => startsAlike(unit, lower)))?.[0]
}

/** `m` alone could be minutes or months: it is minutes, as in `4h 30m`. */
function startsAlike(unit: string, word: string) {
  return word === 'm' ? unit === 'minutes' : word.length > 0 && unit.startsWith(word)
}
