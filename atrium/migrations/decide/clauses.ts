/** What stands in the first parentheses behind a word: `price > 0` in `CHECK (price > 0) NO INHERIT`. */
export function inner(sql: string, word: string): string | null {
  const start = sql.search(new RegExp(String.raw`\b${word}\s*(?:\w+\s*)?\(`, 'i'))
  if (start === -1) return null

  const opening = sql.indexOf('(', start)
  const closing = closingOf(sql, opening)
  return closing === -1 ? null : sql.slice(opening + 1, closing)
}

/** The list that a definition begins with, as its parts: `lower(email)` and `a` in `(lower(email), a)`. */
export function partsOf(list: string): string[] {
  const parts: string[] = []
  let start = 0
  for (const { at, character, depth } of walk(list)) {
    if (character !== ',' || depth > 0) continue
    parts.push(list.slice(start, at))
    start = at + 1
  }
  return [...parts, list.slice(start)].map((part) => part.trim())
}

/** What stands behind `WHERE`, outside of all parentheses. */
export function predicateOf(sql: string): string | null {
  for (const { at, depth } of walk(sql)) {
    if (depth > 0 || !/^\sWHERE\s/i.test(sql.slice(at, at + 7))) continue
    return sql.slice(at + 7)
  }
  return null
}

/** A parenthesis is closed where as few are open as before it. */
function closingOf(sql: string, opening: number) {
  let before = 0
  for (const { at, character, depth } of walk(sql)) {
    if (at === opening) before = depth - 1
    if (at > opening && character === ')' && depth === before) return at
  }
  return -1
}

/** The characters of SQL outside of texts and quoted names, with the number of open parentheses. */
function* walk(sql: string) {
  let depth = 0
  let quoted: string | null = null
  for (const [at, character] of sql.split('').entries()) {
    if (quoted) {
      if (character === quoted) quoted = null
      continue
    }
    if (character === "'" || character === '"') quoted = character
    else {
      if (character === '(') depth++
      if (character === ')') depth--
      yield { at, character, depth }
    }
  }
}
