import type { SortTerm } from '#atrium/resource/main'

import type { Column } from './columns.ts'
import { writeSort } from './sort_text.ts'

/** How many terms the form of an order offers */
const TERMS = 3

/** The form that puts a list in order by several columns, with a say about empty values. */
export function sortForm(columns: Column[], terms: SortTerm[]) {
  const offered = columns.filter(({ isSortable }) => isSortable)

  return Array.from({ length: TERMS }, (_, index) => {
    const term = terms[index] as SortTerm | undefined
    return {
      direction: term?.direction ?? 'asc',
      nulls: term?.nulls ?? '',
      columns: offered.map(({ name, label }) => ({
        name,
        label,
        isChosen: term?.path.join('.') === name,
      })),
    }
  })
}

/** The order that the form says: `s[0][path]`, `s[0][direction]`, `s[0][nulls]`. */
export function sortSent(sent: unknown): string {
  const lines = typeof sent === 'object' && sent !== null ? Object.values(sent) : []
  const terms = lines
    .filter((line) => typeof line?.path === 'string' && line.path !== '')
    .map(({ path, direction, nulls }): SortTerm => ({
      path: path.split('.'),
      direction: direction === 'desc' ? 'desc' : 'asc',
      ...((nulls === 'first' || nulls === 'last') && { nulls }),
    }))
  return writeSort(terms)
}
