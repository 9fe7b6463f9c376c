/**
 * A name of code as people read it: `publishedAt` is "Published at", `authorId` is "Author ID".
 */
export function wordsOf(name: string) {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()
    .replace(/\b(id|url|ip|html|api|uuid|json)\b/g, (word) => word.toUpperCase())
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A text of a description as the key of what it is in other words: "More about it" is `more_about_it`. */
export function keyOf(text: string) {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
}

/** What one row is called: the class `ImportedPost` is an "Imported post". */
export function singularLabelOf(className: string) {
  return wordsOf(className)
}

/** Several of them, by the rules of English. */
export function pluralLabelOf(label: string) {
  if (/[^aeiou]y$/i.test(label)) return label.replace(/y$/i, 'ies')
  if (/(s|x|z|ch|sh)$/i.test(label)) return `${label}es`
  return `${label}s`
}
