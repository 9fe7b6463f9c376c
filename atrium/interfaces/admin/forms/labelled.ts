/**
 * What is wrong with a field, in words: phrases ("can't be blank") go on after the label, others are
 * sentences already.
 */
export function labelled(label: string, message: string) {
  return /^\p{Ll}/u.test(message) ? `${label} ${message}`.trim() : message
}
