import type { Change, Rename } from '../compare/changes.ts'

/**
 * The table that a change is about; null for none, or for several.
 */
export function changedTable(change: Change): string | null {
  if ('table' in change) return typeof change.table === 'string' ? change.table : change.table.name
  if ('index' in change) return change.index.table
  if ('trigger' in change) return change.trigger.table
  if (change.kind === 'changeEnum') return change.columns[0]?.table ?? null
  if (change.kind === 'changeComment') return 'table' in change.on ? change.on.table : null

  const { to } = change as { to?: object }
  return to && 'table' in to && typeof to.table === 'string' ? to.table : null
}

/** The table that a rename is about, in its new name. */
export function renamedTable(rename: Rename): string | null {
  if (rename.kind === 'table') return rename.to

  return 'table' in rename ? rename.table : null
}
