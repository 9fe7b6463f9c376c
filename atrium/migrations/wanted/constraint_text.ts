import type { ReferenceAction } from '#atrium/model/main'

import { quote, quoteAll, quoteText } from '../schema/names.ts'

type Deferrable = { deferrable?: 'immediate' | 'deferred' }

const deferrable = { immediate: ' deferrable', deferred: ' deferrable initially deferred' } as const

/** When a constraint is looked at, unless that is at once. */
export const timing = (options: Deferrable) =>
  options.deferrable ? deferrable[options.deferrable] : ''

export function primaryText(columns: string[], options: Deferrable = {}) {
  return `primary key (${quoteAll(columns)})${timing(options)}`
}

export function uniqueText(
  columns: string[],
  options: Deferrable & { include?: string[]; nullsNotDistinct?: boolean } = {}
) {
  const nulls = options.nullsNotDistinct ? ' nulls not distinct' : ''
  const include = options.include?.length ? ` include (${quoteAll(options.include)})` : ''
  return `unique${nulls} (${quoteAll(columns)})${include}${timing(options)}`
}

export function checkText(sql: string) {
  return `check (${sql})`
}

/** The check that keeps the words of an enum. */
export function wordsText(column: string, words: readonly string[]) {
  return checkText(`${quote(column)} in (${words.map(quoteText).join(', ')})`)
}

export type ReferenceText = Deferrable & {
  columns: string[]
  table: string
  targets: string[]
  onDelete?: ReferenceAction
  onUpdate?: ReferenceAction
  match?: 'full'
}

export function foreignText({ columns, table, targets, ...options }: ReferenceText) {
  const { onDelete = 'no action', onUpdate = 'no action' } = options
  return [
    `foreign key (${quoteAll(columns)}) references ${quote(table)} (${quoteAll(targets)})`,
    options.match ? ' match full' : '',
    onDelete === 'no action' ? '' : ` on delete ${onDelete}`,
    onUpdate === 'no action' ? '' : ` on update ${onUpdate}`,
    timing(options),
  ].join('')
}
