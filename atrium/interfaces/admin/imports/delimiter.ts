const DELIMITERS = [',', ';', '\t', '|']

/** Bytes at the beginning that are looked at */
const BEGINNING = 64 * 1024

/**
 * What stands between the cells of a CSV file: the sign that its first line has most of, outside of
 * quotes. A comma when it has none.
 */
export function delimiterOf(text: Buffer) {
  const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, 0]))
  let isQuoted = false

  for (const sign of text.toString('utf8', 0, BEGINNING)) {
    if (sign === '"') isQuoted = !isQuoted
    if (isQuoted) continue
    if (sign === '\n' || sign === '\r') break
    if (counts.has(sign)) counts.set(sign, counts.get(sign)! + 1)
  }
  return DELIMITERS.reduce((best, next) => (counts.get(next)! > counts.get(best)! ? next : best))
}
