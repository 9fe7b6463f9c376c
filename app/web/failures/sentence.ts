/**
 * Makes a sentence of what is wrong with a field. Phrases ("can't be blank") begin with a small
 * letter and go on after the field's name; what begins otherwise is a sentence already.
 */
export function sentenceAbout(field: string, message: string) {
  return /^\p{Ll}/u.test(message) ? `${labelOf(field)} ${message}` : message
}

/**
 * `newPassword`, `user.new_password` and `new_password` are all shown as "New password".
 */
function labelOf(field: string) {
  const words = field
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .at(-1)!
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()

  return words.charAt(0).toUpperCase() + words.slice(1)
}
