import { changedTable } from './changed_table.ts'
import type { Change, ChangeKind, Rename } from '../compare/changes.ts'

/** What belongs to a table or a column that comes, goes or changes, by the changes that it belongs to */
const followers: Partial<Record<ChangeKind, ChangeKind[]>> = {
  addConstraint: ['addColumn', 'createTable', 'changeType'],
  addIndex: ['addColumn', 'createTable', 'changeType'],
  dropConstraint: ['dropColumn', 'dropTable', 'changeType'],
  dropIndex: ['dropColumn', 'dropTable', 'changeType'],
  replaceConstraint: ['changeType'],
  replaceIndex: ['changeType'],
  changeDefault: ['changeType', 'changeWords', 'changeEnum', 'changeGenerated'],
  changeNull: ['changeType', 'changeGenerated'],
  changeCounting: ['changeType'],
  createTrigger: ['createTable'],
  dropTrigger: ['dropTable'],
}

/** What is there for the sake of others */
const minor: ChangeKind[] = [
  'createExtension',
  'createEnum',
  'dropEnum',
  'createFunction',
  'changeComment',
]

/**
 * Whether a change only goes along with another one, so that the migration is called after that.
 */
export function isAlongside(change: Change, all: Change[], renames: Rename[]) {
  if (change.kind === 'renameConstraint' || change.kind === 'renameIndex') {
    return renames.length > 0 || all.some(({ kind }) => kind !== change.kind)
  }
  if (minor.includes(change.kind)) {
    return renames.length > 0 || all.some(({ kind }) => !minor.includes(kind))
  }

  const table = changedTable(change)
  const leaders = followers[change.kind] ?? []
  return all.some((other) => leaders.includes(other.kind) && changedTable(other) === table)
}
