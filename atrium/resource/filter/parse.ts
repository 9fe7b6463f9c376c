import { Characters } from './characters.ts'
import { E_FILTER } from './errors.ts'
import { DEEPEST_NESTING, LONGEST_FILTER, LONGEST_PATH, MOST_NODES } from './limits.ts'
import { KEYWORDS, openedBare, openedQuoted, unescaped } from './quoting.ts'
import type { FilterNode, FilterValue, Operator } from './types.ts'

/** Longer ones first, so that `<=` is not read as `<` */
const OPERATORS: Operator[] = ['!=', '<=', '>=', '=', '<', '>', ':']

/**
 * Takes an expression of the filter language apart, by the grammar of AIP-160. Names and types are
 * looked at when it is compiled.
 *
 * @throws E_FILTER it cannot be read, or is too long or too deep
 */
export function parseFilter(text: string): FilterNode {
  if (text.length > LONGEST_FILTER) {
    throw new E_FILTER(
      `A filter has at most ${LONGEST_FILTER} characters; this has ${text.length}`,
      LONGEST_FILTER
    )
  }

  return new Parser(text, MOST_NODES).whole()
}

/**
 * As `parseFilter`, for what our own code wrote: as long as it likes.
 *
 * @throws E_FILTER
 */
export function parseOwnFilter(text: string): FilterNode {
  return new Parser(text, Infinity).whole()
}

/**
 * One method for each rule of the grammar. `AND` binds weaker than `OR`, and is left out between words.
 */
class Parser {
  readonly #characters: Characters
  readonly #mostNodes: number
  #nodes = 0
  #depth = 0

  constructor(text: string, mostNodes: number) {
    this.#characters = new Characters(text)
    this.#mostNodes = mostNodes
  }

  whole(): FilterNode {
    const node = this.#conjunction()
    if (!this.#characters.isAtEnd) throw this.#unexpected()
    return node
  }

  /** `a AND b`, or `a b` */
  #conjunction(): FilterNode {
    const characters = this.#characters
    characters.skipSpace()
    const at = characters.position
    const nodes: FilterNode[] = []

    while (!characters.isAtEnd && characters.next !== ')') {
      nodes.push(this.#disjunction())
      characters.skipSpace()
      if (!characters.takeWord('AND')) continue

      characters.skipSpace()
      if (characters.isAtEnd || characters.next === ')') throw this.#missing('AND')
    }

    return nodes.length === 1 ? nodes[0] : this.#counted({ type: 'and', nodes, at })
  }

  /** `a OR b` */
  #disjunction(): FilterNode {
    const characters = this.#characters
    const at = characters.position
    const nodes = [this.#term()]

    for (;;) {
      const end = characters.position
      characters.skipSpace()
      if (!characters.takeWord('OR')) {
        characters.position = end
        break
      }

      characters.skipSpace()
      if (characters.isAtEnd || characters.next === ')') throw this.#missing('OR')
      nodes.push(this.#term())
    }

    return nodes.length === 1 ? nodes[0] : this.#counted({ type: 'or', nodes, at })
  }

  /** `NOT a`, `-a` or `a` */
  #term(): FilterNode {
    const characters = this.#characters
    const at = characters.position

    if (characters.takeWord('NOT')) {
      characters.skipSpace()
      if (characters.isAtEnd || characters.next === ')') throw this.#missing('NOT')
      return this.#counted({ type: 'not', node: this.#simple(), at })
    }

    if (/^-[^\s)]/.test(characters.text.slice(at, at + 2))) {
      characters.position++
      return this.#counted({ type: 'not', node: this.#simple(), at })
    }

    return this.#simple()
  }

  #simple(): FilterNode {
    if (this.#characters.next === '(') return this.#within(() => this.#conjunction())
    return this.#characters.isAtQuote ? this.#phrase() : this.#comparisonOrWord()
  }

  /** What stands in parentheses */
  #within<T>(read: () => T): T {
    const characters = this.#characters
    const start = characters.position
    if (++this.#depth > DEEPEST_NESTING) {
      throw new E_FILTER(`Parentheses are at most ${DEEPEST_NESTING} deep`, start)
    }

    characters.position++
    const found = read()
    if (!characters.take(')')) {
      throw characters.isAtEnd
        ? new E_FILTER('This parenthesis is never closed', start)
        : this.#unexpected()
    }

    this.#depth--
    return found
  }

  #phrase(): FilterNode {
    const characters = this.#characters
    const at = characters.position
    const text = unescaped(characters.quoted())
    if (this.#operator()) {
      throw new E_FILTER('The name of a field stands without quotes', at)
    }

    return this.#counted({ type: 'search', text, at })
  }

  #comparisonOrWord(): FilterNode {
    const characters = this.#characters
    const at = characters.position
    const { path, text } = this.#path()
    if (text === '') throw this.#unexpected()
    if (KEYWORDS.includes(text)) throw this.#misplaced(text, at)
    if (characters.next === '(') {
      throw new E_FILTER(`A function stands behind an operator, as in createdAt > ${text}()`, at)
    }

    const operator = this.#operator()
    if (!operator) {
      if (path.join('.') === text) return this.#counted({ type: 'search', text, at })
      throw new E_FILTER('An operator is missing behind this name', characters.position)
    }

    if (path.includes('')) throw new E_FILTER(`"${text}" has a point too many`, at)
    if (path.length > LONGEST_PATH) {
      throw new E_FILTER(`A path has at most ${LONGEST_PATH} names`, at)
    }

    const node = this.#counted({ type: 'comparison', path, operator, at } as FilterNode)
    characters.skipSpace()
    return { ...node, value: this.#value(operator) } as FilterNode
  }

  /** Names between points. Those within JSON may be in quotes */
  #path() {
    const characters = this.#characters
    const start = characters.position
    const path = characters.word().split('.')

    while (characters.take('.')) {
      if (characters.isAtQuote) path.push(unescaped(characters.quoted()))
      else path.push(...characters.word().split('.'))
    }

    return { path, text: characters.text.slice(start, characters.position) }
  }

  #operator(): Operator | undefined {
    const characters = this.#characters
    const start = characters.position
    characters.skipSpace()
    const operator = OPERATORS.find((candidate) => characters.take(candidate))
    if (!operator) characters.position = start
    return operator
  }

  #value(after: string): FilterValue {
    const characters = this.#characters
    const at = characters.position

    if (characters.next === '(') {
      return this.#counted({ type: 'list', values: this.#within(() => this.#list()), at })
    }
    if (characters.isAtQuote) {
      const opened = openedQuoted(characters.quoted())
      return this.#counted({ type: 'literal', ...opened, quoted: true, at })
    }

    const text = characters.value()
    if (text === '') throw this.#noValue(after)
    if (KEYWORDS.includes(text)) throw this.#misplaced(text, at)
    if (characters.next === '(') {
      const args = this.#within(() => this.#arguments())
      return this.#counted({ type: 'function', name: text, args, at })
    }

    if (/^\*+$/.test(text)) return this.#counted({ type: 'any', at })
    if (text === 'null') return this.#counted({ type: 'null', at })
    return this.#counted({ type: 'literal', ...openedBare(text), quoted: false, at })
  }

  /** `a OR b` behind an operator */
  #list() {
    const characters = this.#characters
    const values: FilterValue[] = []
    characters.skipSpace()
    if (characters.next === ')') return values

    for (;;) {
      values.push(this.#value(values.length ? 'OR' : '('))
      characters.skipSpace()
      if (!characters.takeWord('OR')) break
      characters.skipSpace()
    }

    if (characters.next !== ')' && !characters.isAtEnd) {
      throw new E_FILTER('Between the values of a list stands OR', characters.position)
    }
    return values
  }

  #arguments() {
    const characters = this.#characters
    const values: FilterValue[] = []
    characters.skipSpace()
    if (characters.next === ')') return values

    for (;;) {
      values.push(this.#value(values.length ? ',' : '('))
      characters.skipSpace()
      if (!characters.take(',')) return values
      characters.skipSpace()
    }
  }

  #counted<T extends FilterNode | FilterValue>(node: T): T {
    if (++this.#nodes > this.#mostNodes) {
      throw new E_FILTER(`A filter has at most ${this.#mostNodes} comparisons and values`, node.at)
    }
    return node
  }

  #missing(keyword: string) {
    return new E_FILTER(
      `Something to compare or to search for is missing behind ${keyword}`,
      this.#characters.position
    )
  }

  #noValue(after: string) {
    const { next, position, isAtEnd } = this.#characters
    return new E_FILTER(
      isAtEnd || next === ')'
        ? `A value is missing behind ${after}`
        : `"${next}" begins no value. Put the value in quotes`,
      position
    )
  }

  #misplaced(keyword: string, at: number) {
    return new E_FILTER(
      `${keyword} stands between comparisons. Put it in quotes to search for the word`,
      at
    )
  }

  #unexpected() {
    const { next, position } = this.#characters
    return new E_FILTER(
      next === ')'
        ? 'This parenthesis was never opened'
        : `"${next}" makes no sense here. Put text that contains it in quotes`,
      position
    )
  }
}
