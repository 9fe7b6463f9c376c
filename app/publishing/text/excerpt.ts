import type { Token } from 'markdown-it'

import { parsers } from './parsers.ts'

/** With this many characters a paragraph says enough by itself */
const ENOUGH = 80

/** A paragraph that begins with a tag of a template language says nothing to a reader */
const TEMPLATE_TAG = /^\{[{%]/

/**
 * The first words of a Markdown text as plain text, of at most `length` characters. Headings,
 * code blocks, tables, quotes and HTML are passed over. Empty when there is no paragraph.
 */
export function excerpt(source: string, length: number) {
  let words = ''
  for (const paragraph of paragraphsOf(source)) {
    words = `${words} ${paragraph}`.replace(/\s+/g, ' ').trim()
    if (words.length >= ENOUGH) break
  }

  return shorten(words, length)
}

/**
 * Cuts a text between two words and shows that it was cut.
 */
export function shorten(text: string, length: number) {
  if (text.length <= length) {
    return text
  }

  const cut = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')
  const end = cut.lastIndexOf(' ')
  return `${(end > length / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:.–—-]+$/, '')}…`
}

function paragraphsOf(source: string) {
  const tokens = parsers.article.parse(source, {})

  return tokens
    .filter((token, index) => {
      const isInParagraph = index > 0 && tokens[index - 1].type === 'paragraph_open'
      return token.type === 'inline' && isInParagraph && token.level === 1
    })
    .map(({ children }) => wordsOf(children ?? []))
    .filter((words) => !TEMPLATE_TAG.test(words))
}

function wordsOf(tokens: Token[]) {
  return tokens
    .map(({ type, content }) => {
      if (type === 'softbreak' || type === 'hardbreak') return ' '
      return type === 'text' || type === 'code_inline' ? content : ''
    })
    .join('')
}
