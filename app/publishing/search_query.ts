import type { ArticleFilter } from './reading/types.ts'

const LONGEST = 300
const PREFIXES = /(?<![^\s])(tag|author):(?:"([^"]+)"|(\S+))/g

/**
 * What somebody typed into the search field: words, and perhaps `tag:gardening` or `author:"Jo B"`.
 */
export class SearchQuery {
  /** As it was typed */
  readonly text: string

  /** What it asks for */
  readonly filter: ArticleFilter

  constructor(typed: unknown) {
    this.text = typeof typed === 'string' ? clean(typed) : ''
    this.filter = filterOf(this.text)
  }

  get isEmpty() {
    return this.text === ''
  }
}

function clean(typed: string) {
  return typed.replaceAll('\0', '').toWellFormed().trim().slice(0, LONGEST)
}

function filterOf(text: string): ArticleFilter {
  const named = Array.from(text.matchAll(PREFIXES), ([, name, quoted, plain]) => [
    name,
    quoted ?? plain,
  ])
  const words = text.replaceAll(PREFIXES, ' ').trim()

  return { ...Object.fromEntries(named), ...(words && { search: words }) }
}
