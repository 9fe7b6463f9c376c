import { propertyNameOf } from './names.ts'
import type { Constraint, Table } from '../schema/types.ts'

/** A column that points to another table by itself */
export type KeyColumn = {
  constraint: Constraint

  /** The column that it points to */
  target: string

  /** What the other row is to this one: `author` for `author_id` */
  relation: string
}

/**
 * What a column points to; null where it points to nothing. Of several constraints the first counts.
 */
export function keyColumn(table: Table, column: string): KeyColumn | null {
  const constraint = Object.values(table.constraints).find(
    ({ kind, columns }) => kind === 'foreign' && columns.length === 1 && columns[0] === column
  )
  if (!constraint) return null

  const [target] = constraint.foreign!.columns
  const bare = column.replace(new RegExp(`(?<=.)(_?id|_${escaped(target)})$`, 'i'), '')
  return { constraint, target, relation: propertyNameOf(bare) }
}

function escaped(text: string) {
  return text.replace(/[$^*+?.()|[\]{}\\]/g, String.raw`\$&`)
}
