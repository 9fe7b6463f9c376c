import { addConstraint } from '../schema/ddl.ts'
import type { Constraint } from '../schema/types.ts'
import { spelt, validateIfPossible } from './requirement.ts'

/**
 * Makes a rule again on the way back. One that rows may have broken meanwhile, as a check or a foreign
 * key, is made all the same. A primary key is left out where a column came back without values. Other
 * keys are refused by PostgreSQL then.
 */
export function restoreConstraint(table: string, constraint: Constraint) {
  if (constraint.kind === 'primary') return [restorePrimaryKey(table, constraint)]
  if (constraint.kind === 'unique' || constraint.kind === 'exclude') {
    return [addConstraint(table, constraint)]
  }
  return [
    addConstraint(table, constraint, { notValid: true }),
    ...(constraint.valid ? [validateIfPossible(table, constraint.name)] : []),
  ]
}

function restorePrimaryKey(table: string, constraint: Constraint) {
  return `do $$ begin
  ${addConstraint(table, constraint)};
exception when not_null_violation then
  raise warning 'Rows of ${spelt(table)} have no key: ${spelt(constraint.name)} was not made again.';
end $$`
}
