import { E_FILTER } from './errors.ts'

/** A point before a quote goes on with a name in quotes: `settings."dark mode"` */
const WORD = /(?:[^\s()=<>:!.]|!(?!=)|\.(?!["']))*/y

/** With colons and without commas: times, addresses and the arguments of functions have them */
const VALUE = /(?:[^\s()=<>!,]|!(?!=))*/y

/** Whether a word would be read as one. */
export const isWord = (text: string) => isWhole(WORD, text)

/** Whether a value needs no quotes. */
export const isBareValue = (text: string) => isWhole(VALUE, text)

function isWhole(form: RegExp, text: string) {
  form.lastIndex = 0
  return text !== '' && !/^["']/.test(text) && form.exec(text)![0] === text
}

/**
 * The text of a filter and how far it was read.
 */
export class Characters {
  position = 0

  constructor(readonly text: string) {}

  get isAtEnd() {
    return this.position >= this.text.length
  }

  /** The character that comes next; '' at the end. */
  get next() {
    return this.text.charAt(this.position)
  }

  get isAtQuote() {
    return this.next === '"' || this.next === "'"
  }

  /** Passes over white space, if any comes next. */
  skipSpace() {
    while (/\s/.test(this.next)) this.position++
  }

  /** Reads these characters if they come next. */
  take(expected: string) {
    const isNext = this.text.startsWith(expected, this.position)
    if (isNext) this.position += expected.length
    return isNext
  }

  /** Reads a whole word if it is the next one. */
  takeWord(expected: string) {
    const start = this.position
    if (this.word() === expected) return true

    this.position = start
    return false
  }

  /** Reads up to a space, a parenthesis or an operator; possibly nothing. */
  word() {
    return this.#read(WORD)
  }

  /** As a word, for what stands behind an operator. */
  value() {
    return this.#read(VALUE)
  }

  /**
   * Reads what stands in quotes, single or double, as it is written there: escapes are still in it.
   *
   * @throws E_FILTER the quote is never closed
   */
  quoted() {
    const start = this.position
    const form = this.next === '"' ? /"((?:[^"\\]|\\.)*)"/sy : /'((?:[^'\\]|\\.)*)'/sy
    form.lastIndex = start
    const found = form.exec(this.text)
    if (!found) throw new E_FILTER(`The quote ${this.next} is never closed`, start)

    this.position = form.lastIndex
    return found[1]
  }

  #read(form: RegExp) {
    form.lastIndex = this.position
    const [text] = form.exec(this.text)!
    this.position += text.length
    return text
  }
}
