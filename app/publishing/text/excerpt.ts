import type { Token } from 'markdown-it'

import { parsers } from './parsers.ts'

/**
 * The first words of a Markdown text as plain text, of at most `length` characters. Headings,
 * code blocks, tables, quotes and HTML are passed over. Empty when there is no paragraph.
 */
export function excerpt(source: string, length: number) {
  const words = paragraphsOf(source).join(' ').replace(/\s+/g, ' ').trim()
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
}

function wordsOf(tokens: Token[]) {
  return tokens
    .map(({ type, content }) => {
      if (type === 'softbreak' || type === 'hardbreak') return ' '
      return type === 'text' || type === 'code_inline' ? content : ''
    })
    .join('')
}
