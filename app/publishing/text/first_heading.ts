import { parsers } from './parsers.ts'

/**
 * The words of the first heading of a Markdown text, and the text without it if it stands at the
 * top. Null when there is no heading.
 */
export function firstHeading(source: string) {
  const tokens = parsers.article.parse(source, {})
  const index = tokens.findIndex(({ type }) => type === 'heading_open')
  if (index === -1) {
    return null
  }

  const [start, end] = tokens[index].map!
  const lines = source.split('\n')
  const isAtTop = lines.slice(0, start).every((line) => !line.trim())

  return {
    title: (tokens[index + 1].children ?? []).map(({ content }) => content).join(''),
    rest: isAtTop ? lines.slice(end).join('\n') : source,
  }
}
