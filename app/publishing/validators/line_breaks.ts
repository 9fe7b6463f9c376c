/**
 * Browsers send the lines of a text with two characters between them, programs with one. They are
 * kept, and counted, with one.
 */
export function plainLineBreaks(value: unknown) {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value
}
