import type { SortTerm } from '#atrium/resource/main'

/** `-author.username:last`: falling, empty values last */
const TERM = /^(?<falls>-?)(?<path>\w+(?:\.\w+)?)(?::(?<nulls>first|last))?$/

/**
 * The order in an address: `-publishedAt,title`. What cannot be read is passed on by its name, for the
 * service to refuse.
 */
export function readSort(text: string): SortTerm[] {
  return text
    .split(',')
    .filter(Boolean)
    .map((term) => {
      const { falls, path = term, nulls } = TERM.exec(term)?.groups ?? {}
      return {
        path: path.split('.'),
        direction: falls ? 'desc' : 'asc',
        ...(nulls && { nulls: nulls as SortTerm['nulls'] }),
      }
    })
}

/** The same, written down. */
export function writeSort(terms: SortTerm[]) {
  return terms
    .map(({ path, direction, nulls }) => {
      const falls = direction === 'desc' ? '-' : ''
      return `${falls}${path.join('.')}${nulls ? `:${nulls}` : ''}`
    })
    .join(',')
}
