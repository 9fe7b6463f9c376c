import { DateTime } from 'luxon'

/**
 * One moment in the forms that pages need: for machines, as a day, with the time, and exact to the
 * zone. In UTC; the browser puts the reader's own zone in its place.
 */
export function when(moment: DateTime | Date | string) {
  const utc = toDateTime(moment).toUTC().setLocale('en-GB')

  return {
    iso: utc.toISO()!,
    day: utc.toFormat('d LLL yyyy'),
    time: utc.toFormat("d LLL yyyy, HH:mm 'UTC'"),
  }
}

function toDateTime(moment: DateTime | Date | string) {
  if (DateTime.isDateTime(moment)) {
    return moment
  }

  return moment instanceof Date ? DateTime.fromJSDate(moment) : DateTime.fromISO(moment)
}
