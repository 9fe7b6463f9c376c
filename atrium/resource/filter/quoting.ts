import { isBareValue, isWord } from './characters.ts'
import type { Literal } from './types.ts'

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r' }
const ESCAPED: Record<string, string> = { '\n': '\\n', '\t': '\\t', '\r': '\\r' }

/** Words that join comparisons: in capitals, so that all others can be searched for */
export const KEYWORDS = ['AND', 'OR', 'NOT']

type Opened = Pick<Literal, 'value' | 'open'>

/** What stood in quotes, without its escapes. */
export function unescaped(text: string) {
  return text.replaceAll(/\\(.)/gs, (_, character: string) => ESCAPES[character] ?? character)
}

/** A value that stood in quotes. A star at an end says that text may go on there; `\*` is a star. */
export function openedQuoted(text: string): Opened {
  const start = text.startsWith('*')
  const rest = start ? text.slice(1) : text
  const end = /(?:^|[^\\])(?:\\\\)*\*$/.test(rest)
  const value = unescaped(end ? rest.slice(0, -1) : rest)
  return openedAt(value, start, end || (start && rest === ''))
}

/** A value without quotes. */
export function openedBare(text: string): Opened {
  const value = text.replaceAll(/^\*+|\*+$/g, '')
  return openedAt(value, text.startsWith('*'), text.endsWith('*'))
}

function openedAt(value: string, start: boolean, end: boolean): Opened {
  if (!start && !end) return { value }
  return { value, open: start && end ? 'both' : start ? 'start' : 'end' }
}

/** A value as a filter writes it, with quotes where it had some or needs them. */
export function writtenValue({ value, open, quoted: hadQuotes }: Literal) {
  const start = open === 'start' || open === 'both' ? '*' : ''
  const end = open === 'end' || open === 'both' ? '*' : ''
  const isReserved = !open && (value === 'null' || KEYWORDS.includes(value))
  const isBare = !hadQuotes && !isReserved && isBareValue(value) && !/^\*|\*$/.test(value)

  return isBare ? `${start}${value}${end}` : `"${start}${escaped(value)}${end}"`
}

/** What is searched for, in quotes unless it reads as one word. */
export function writtenSearch(text: string) {
  const isBare = isWord(text) && !text.startsWith('-') && !KEYWORDS.includes(text)
  return isBare ? text : `"${escaped(text)}"`
}

/** A path, with quotes around the names within JSON that need them. */
export function writtenPath(path: string[]) {
  return path
    .map((name) => (isWord(name) && !name.includes('.') ? name : `"${escaped(name)}"`))
    .join('.')
}

function escaped(text: string) {
  return text.replaceAll(
    /^\*|\*$|["\\\n\t\r]/g,
    (character) => ESCAPED[character] ?? `\\${character}`
  )
}
