import type { DateTime } from 'luxon'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/**
 * One moment in the forms that pages need: for machines, as a day, and with the time. In UTC; the
 * browser puts the reader's own zone in its place. Written by hand, since lists of articles spent
 * much of their time in `Intl`.
 */
export function when(moment: DateTime | Date | string) {
  const utc = new Date(typeof moment === 'string' ? moment : moment.valueOf())
  const iso = utc.toISOString()
  const day = `${utc.getUTCDate()} ${MONTHS[utc.getUTCMonth()]} ${utc.getUTCFullYear()}`

  return { iso, day, time: `${day}, ${iso.slice(11, 16)} UTC` }
}
