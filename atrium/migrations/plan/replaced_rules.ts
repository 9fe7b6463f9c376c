import type { Piece } from './planning.ts'
import type { Constraint } from '../schema/types.ts'
import { quote, shortened } from '../schema/names.ts'
import { restoreConstraint } from './restored_constraint.ts'
import { addRule, dropConstraint, dropRule, ruleComment } from './rules.ts'

/**
 * A rule that changes under its name. The former one holds, under another name, until all rows keep
 * the new one.
 *
 * @param atOnce the former one would refuse what is done to rows, and goes first
 */
export function replaceRule(
  table: string,
  from: Constraint,
  to: Constraint,
  atOnce: boolean
): Piece[] {
  if (atOnce) return [dropRule(table, from), ...addRule(table, to)]

  const aside = shortened(from.name, 'old')
  const alter = `alter table ${quote(table)}`
  return [
    {
      stage: 'names',
      table,
      up: [`${alter} rename constraint ${quote(from.name)} to ${quote(aside)}`],
      down: [`${alter} rename constraint ${quote(aside)} to ${quote(from.name)}`],
      summary: `keep the former ${from.name} of ${table} until the new one holds`,
    },
    ...addRule(table, to),
    {
      stage: 'formerReferences',
      table,
      up: [dropConstraint(table, aside)],
      down: [
        ...restoreConstraint(table, { ...from, name: aside }),
        ...ruleComment(table, { ...from, name: aside }),
      ],
      summary: `drop the former ${from.name} of ${table}`,
    },
  ]
}
