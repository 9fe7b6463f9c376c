import type { SortTerm } from '#atrium/resource/main'
import type { TableWidget } from './widget.ts'

/** `-createdAt` as the service says it; undefined for the order of the list itself. */
export function sortTerms({ sort }: TableWidget): SortTerm[] | undefined {
  return sort?.map((name) => ({
    path: name.replace(/^-/, '').split('.'),
    direction: name.startsWith('-') ? 'desc' : 'asc',
  }))
}
