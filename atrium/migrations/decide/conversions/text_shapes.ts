import { SPACES } from './way.ts'

/** A time of day with minutes, and seconds if it likes */
export const timeShape = `^${SPACES}([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?${SPACES}$`

const amount = '[-+]?[0-9]+(\\.[0-9]+)?'
const unit =
  '(microseconds?|milliseconds?|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|mons?|years?|yrs?)'
const clock = '[-+]?[0-9]+:[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?'
const iso =
  'p(?=[-+0-9t])([-+]?[0-9]+y)?([-+]?[0-9]+m)?([-+]?[0-9]+w)?([-+]?[0-9]+d)?' +
  '(t(?=[-+0-9])([-+]?[0-9]+h)?([-+]?[0-9]+m)?([-+]?[0-9]+(\\.[0-9]+)?s)?)?'

/** A length of time as PostgreSQL or ISO 8601 says it */
export const intervalShape = `^${SPACES}((${amount} *${unit} *)+(${clock})?|${clock}|${iso})${SPACES}$`

const byte = '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])'
const four = `${byte}(\\.${byte}){3}`
const group = '[0-9a-f]{1,4}'
const six = [
  `(${group}:){7}${group}`,
  `(${group}:){1,7}:`,
  `(${group}:){1,6}:${group}`,
  `(${group}:){1,5}(:${group}){1,2}`,
  `(${group}:){1,4}(:${group}){1,3}`,
  `(${group}:){1,3}(:${group}){1,4}`,
  `(${group}:){1,2}(:${group}){1,5}`,
  `${group}:(:${group}){1,6}`,
  `:((:${group}){1,7}|:)`,
].join('|')

/** An address of version 4 or 6, with or without the length of its network */
export const addressShape = `^(${four}(/(3[0-2]|[12]?[0-9]))?|(${six})(/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))?)$`
