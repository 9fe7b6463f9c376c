/**
 * Names of people from front matter: one name, a list of them, or objects that have a name.
 */
export function readNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(readNames)
  if (isTable(value)) return readNames(value.name ?? value.title ?? Object.keys(value))
  if (value === undefined || value === null) return []

  const name = tidy(String(value).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu, ' '))
  return name && !/^\.+$/.test(name) ? [name] : []
}

/**
 * Words from front matter: a list, words with commas between them, or, where `bySpace` says so,
 * words with spaces between them.
 */
export function readWords(value: unknown, { bySpace = false } = {}): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => readWords(item))
  if (isTable(value) || value === undefined || value === null) return []

  const text = String(value)
  const words = bySpace && !text.includes(',') ? text.split(/\s+/) : text.split(',')
  return words.map((word) => tidy(word.replace(/^\s*#/, ''))).filter(Boolean)
}

/**
 * Each word once, whatever its case, as it is written first.
 */
export function withoutRepetition(words: string[]) {
  const first = new Map<string, string>()
  for (const word of words) {
    if (!first.has(word.toLowerCase())) first.set(word.toLowerCase(), word)
  }

  return [...first.values()]
}

/**
 * One line of text without space at its ends.
 */
export function tidy(text: string) {
  return text.replace(/\s+/g, ' ').trim()
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date)
}
