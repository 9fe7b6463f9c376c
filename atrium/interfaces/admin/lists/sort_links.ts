import type { SortTerm } from '#atrium/resource/main'

import type { Column } from './columns.ts'
import type { ListAddress } from './list_address.ts'
import { writeSort } from './sort_text.ts'

/** How the head of a column sorts the list */
export type SortLink = {
  direction?: SortTerm['direction']

  /** Which of several terms it is, from 1 */
  position?: number

  /** Sorts by this column alone: the other way round when it is sorted so already */
  address: string

  /** Sorts by this column where the order so far leaves rows alike */
  thenAddress?: string
}

/** The links of a column's head; undefined where its values have no order. */
export function sortLink(
  column: Column,
  terms: SortTerm[],
  address: ListAddress
): SortLink | undefined {
  if (!column.isSortable) return undefined

  const index = terms.findIndex(({ path }) => path.length === 1 && path[0] === column.name)
  const term = terms[index] as SortTerm | undefined
  const next: SortTerm = {
    path: [column.name],
    direction: term ? (term.direction === 'asc' ? 'desc' : 'asc') : 'asc',
  }

  const others = terms.filter((other) => other !== term)
  return {
    direction: term?.direction,
    position: term && terms.length > 1 ? index + 1 : undefined,
    address: address.with({ sort: writeSort([next]) }).href(),
    thenAddress: others.length
      ? address.with({ sort: writeSort(withTerm(terms, index, next)) }).href()
      : undefined,
  }
}

function withTerm(terms: SortTerm[], index: number, term: SortTerm) {
  return index === -1 ? [...terms, term] : terms.with(index, term)
}
