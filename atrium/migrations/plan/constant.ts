const literal = String.raw`(?:'(?:[^']|'')*'|[-+]?\d+(?:\.\d+)?|true|false|null|array\[\])`
const cast = String.raw`(?:::[a-z_"][\w\s".]*(?:\([\d,\s]*\))?(?:\[\])*)`
const moment = String.raw`(?:current_timestamp|current_date|now\(\)|localtimestamp)`

const constant = new RegExp(
  `^\\s*(?:${literal}|\\(\\s*${literal}${cast}*\\s*\\)|${moment})${cast}*\\s*$`,
  'i'
)

/**
 * Whether an expression gives all rows of one statement the same. PostgreSQL then adds a column without
 * writing its rows. What is not recognised counts as different for each row.
 */
export function isConstant(expression: string) {
  return constant.test(expression)
}

/** Whether an expression is no more than `null`, with or without a cast. */
export function isNull(expression: string) {
  return new RegExp(`^\\s*null${cast}*\\s*$`, 'i').test(expression)
}
