import type { Count, Page, ResourceService, RowsQuery } from '#atrium/resource/main'

import type { Reader } from '../reader.ts'

/** How many rows a list has, in words */
export type CountShown = {
  text: string

  /** Alone, without what is counted: "9.8 million" */
  number: string
  isExact: boolean
}

/**
 * How many rows a list has. A list of one page was counted by reading it; else the planner is asked,
 * unless somebody wants to know exactly.
 */
export async function listCount(
  service: ResourceService,
  query: RowsQuery,
  page: Page,
  isWantedExactly: boolean
): Promise<Count> {
  const isWhole = page.next === null && page.previous === null
  if (isWhole) return { value: page.rows.length, kind: 'exact' }

  const count = await service.count(query, isWantedExactly ? 'exact' : 'estimated')
  return count.kind === 'about'
    ? { ...count, value: Math.max(count.value, page.rows.length + 1) }
    : count
}

/** A count in the reader's words. */
export function countShown({ value, kind }: Count, reader: Reader): CountShown {
  const isRounded = kind === 'about' && value >= 1000
  const number = isRounded ? reader.about(value) : reader.number(value)
  return {
    number,
    text: reader.i18n.t(`admin_list.count.${kind.replace(' ', '_')}`, { number, count: value }),
    isExact: kind === 'exact',
  }
}
