import type { ListQuery } from '#atrium/resource/main'

import { readSort } from './sort_text.ts'

/** What an address says of a list. What is left out is as in the view, or as usual */
export const PARTS = ['q', 'filter', 'sort', 'trash', 'cursor'] as const

type Part = (typeof PARTS)[number]
export type Parts = Partial<Record<Part, string>>

/** The parts that a saved view keeps */
export const KEPT: Part[] = ['q', 'filter', 'sort', 'trash']

/**
 * The address of a list, which says all that the list shows. Never changed: `with` makes another one.
 */
export class ListAddress {
  private constructor(
    readonly resource: string,
    readonly parts: Parts,
    readonly view?: { id: string; parts: Parts }
  ) {}

  /**
   * @param query of the request
   * @param view the saved view that it starts from
   */
  static of(
    resource: string,
    query: Record<string, unknown>,
    view?: { id: string; parts: Record<string, string> }
  ) {
    const said = PARTS.filter((part) => typeof query[part] === 'string')
    const parts = Object.fromEntries(said.map((part) => [part, query[part] as string]))
    return new ListAddress(resource, { ...view?.parts, ...parts }, view)
  }

  /** The list that differs in some parts: at its first page, unless a cursor is given. */
  with(changes: Parts) {
    return new ListAddress(
      this.resource,
      { ...this.parts, cursor: undefined, ...changes },
      this.view
    )
  }

  /** What has to be said in an address, or in hidden fields of a form. */
  get entries(): [string, string][] {
    const { view, parts } = this
    const said = PARTS.map((part): [string, string] => [part, parts[part] ?? '']).filter(
      ([part, value]) => value !== (view?.parts[part as Part] ?? '')
    )
    return view ? [['view', view.id], ...said] : said
  }

  /** The same without some parts, for forms that have fields of their own for them. */
  entriesWithout(...parts: string[]) {
    return this.entries.filter(([part]) => !parts.includes(part))
  }

  /** @param page of the list that is asked for instead, such as `/count` */
  href(page = '', more: Record<string, string> = {}) {
    const query = new URLSearchParams([...this.entries, ...Object.entries(more)]).toString()
    return `/admin/${this.resource}${page}${query ? `?${query}` : ''}`
  }

  /** Whether it shows less than all rows. */
  get isNarrowed() {
    return Boolean(this.parts.q?.trim() || this.parts.filter?.trim())
  }

  get isTrash() {
    return this.parts.trash === 'only'
  }

  /** What the service is asked for. */
  get query(): ListQuery {
    const { q, filter, sort, cursor } = this.parts
    return {
      ...(filter?.trim() && { filter }),
      ...(q?.trim() && { search: q }),
      ...(this.isTrash && { trash: 'only' as const }),
      ...(sort && { sort: readSort(sort) }),
      ...(cursor && { cursor }),
    }
  }
}
