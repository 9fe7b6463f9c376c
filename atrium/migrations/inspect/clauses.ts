import { E_CLAUSES_NOT_READ } from './errors.ts'

/** A name with or without quotes, and what may come before it and a dot */
const NAME =
  /^(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)(?:\.(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*))*/u
const LITERAL = /^'(?:[^']|'')*'/

/**
 * A statement as PostgreSQL writes it, read from left to right, clause by clause.
 */
export class Clauses {
  #rest: string

  constructor(readonly text: string) {
    this.#rest = text.trim()
  }

  /** What was not read yet */
  get rest() {
    return this.#rest
  }

  /** Takes these words where they come next, whatever their case. */
  take(words: string) {
    const next = new RegExp(String.raw`^${words.replaceAll(' ', String.raw`\s+`)}(?![\w$])`, 'i')
    return this.#cut(next) !== null
  }

  /**
   * Takes these words, which must come next.
   *
   * @throws E_CLAUSES_NOT_READ
   */
  expect(words: string) {
    if (!this.take(words)) throw new E_CLAUSES_NOT_READ([this.text, words, this.#rest])

    return this
  }

  /**
   * Takes a name as it is written, with its quotes and its schema.
   *
   * @throws E_CLAUSES_NOT_READ
   */
  name() {
    const name = this.#cut(NAME)
    if (name === null) throw new E_CLAUSES_NOT_READ([this.text, 'a name', this.#rest])

    return name
  }

  /** Takes what stands in parentheses, without them; null where none open. */
  parenthesised() {
    if (!this.#rest.startsWith('(')) return null

    const end = endOfParentheses(this.#rest)
    const inside = this.#rest.slice(1, end - 1)
    this.#rest = this.#rest.slice(end).trim()
    return inside
  }

  /** Takes everything that is left. */
  all() {
    const taken = this.#rest
    this.#rest = ''
    return taken
  }

  /** Takes everything before the first of these words that stands outside of parentheses and quotes. */
  until(words: string[]) {
    const stop = new RegExp(
      String.raw`^(?:${words.join('|').replaceAll(' ', String.raw`\s+`)})(?![\w$])`,
      'i'
    )
    let at = 0
    while (
      at < this.#rest.length &&
      !(isStart(this.#rest, at) && stop.test(this.#rest.slice(at)))
    ) {
      at = afterPiece(this.#rest, at)
    }

    const taken = this.#rest.slice(0, at).trim()
    this.#rest = this.#rest.slice(at).trim()
    return taken
  }

  #cut(pattern: RegExp) {
    const found = pattern.exec(this.#rest)
    if (!found) return null

    this.#rest = this.#rest.slice(found[0].length).trim()
    return found[0]
  }
}

/**
 * A list, split at the commas that stand outside of parentheses and quotes.
 */
export function splitList(text: string) {
  const items: string[] = []
  let start = 0
  for (let at = 0; at < text.length; at = afterPiece(text, at)) {
    if (text[at] !== ',') continue

    items.push(text.slice(start, at).trim())
    start = at + 1
  }
  return [...items, text.slice(start).trim()].filter((item) => item !== '')
}

/**
 * A name as it is called, out of one as it is written.
 */
export function unquote(name: string) {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name
}

function endOfParentheses(text: string) {
  let at = 1
  while (at < text.length && text[at] !== ')') at = afterPiece(text, at)
  return at + 1
}

/** Where what begins here ends: a literal, a name in quotes, a pair of parentheses or brackets, a character */
function afterPiece(text: string, at: number): number {
  const rest = text.slice(at)
  if (rest[0] === '(') return at + endOfParentheses(rest)
  if (rest[0] === '"') return at + (NAME.exec(rest)?.[0].length ?? 1)
  if (rest[0] === "'") return at + (LITERAL.exec(rest)?.[0].length ?? 1)
  if (rest[0] === '[') return at + Math.max(1, rest.indexOf(']') + 1)

  return at + 1
}

function isStart(text: string, at: number) {
  return at === 0 || /[^\w$]/.test(text[at - 1])
}
