import type { Node } from 'libpg-query'

/** A word of SQL and where it stands, in bytes */
export type Token = { start: number; end: number; text: string }

/** What a statement is, by PostgreSQL's own name for it: `IndexStmt`, `AlterTableStmt` ... */
export type StatementKind = Node extends infer One
  ? One extends object
    ? keyof One
    : never
  : never

/**
 * One statement as PostgreSQL's parser understands it, with its text, so that pieces of it can be
 * said again in the safe way.
 */
export class SqlStatement {
  #bytes: Buffer

  constructor(
    readonly text: string,
    readonly node: Node,
    readonly tokens: Token[]
  ) {
    this.#bytes = Buffer.from(text)
  }

  get kind() {
    return Object.keys(this.node)[0] as StatementKind
  }

  /** On one line, for people to recognise. */
  get excerpt() {
    const line = this.tokens.length > 0 ? this.text.replace(/\s+/g, ' ').trim() : this.text
    return line.length > 140 ? `${line.slice(0, 137)}...` : line
  }

  /** The text between two bytes. */
  slice(start: number, end?: number) {
    return this.#bytes.subarray(start, end).toString().trim()
  }

  /** The text from `start` to the comma or bracket that ends this member of a list. */
  member(start: number) {
    return this.slice(start, this.endOfMember(start))
  }

  /** Where the member of a list that begins at `start` ends. */
  endOfMember(start: number) {
    let depth = 0
    for (const { start: at, text } of this.tokens) {
      if (at < start) continue
      if (depth === 0 && [',', ')', ';'].includes(text)) return at
      if (['(', '['].includes(text)) depth += 1
      if ([')', ']'].includes(text)) depth -= 1
    }
    return this.#bytes.length
  }

  /** The text with `addition` after the first appearance of a keyword. */
  withAfter(keyword: string, addition: string) {
    const found = this.tokens.find(({ text }) => text.toLowerCase() === keyword)!
    return `${this.slice(0, found.end)} ${addition} ${this.slice(found.end)}`
  }
}
