import type { Constraint } from '../schema/types.ts'
import { foreignText, type ReferenceText } from './constraint_text.ts'

/** A foreign key in the model's words. */
export function reference(name: string, text: ReferenceText): Constraint {
  return {
    ...declare('foreign', name, text.columns, foreignText(text)),
    foreign: {
      table: text.table,
      columns: text.targets,
      onDelete: text.onDelete ?? 'no action',
      onUpdate: text.onUpdate ?? 'no action',
    },
  }
}

/** Any other constraint in the model's words. */
export function declare(
  kind: Constraint['kind'],
  name: string,
  columns: string[],
  definition: string,
  comment: string | null = null
): Constraint {
  return {
    name,
    kind,
    columns,
    definition,
    source: definition,
    valid: true,
    comment,
    foreign: null,
  }
}
