import type { FileRule, Rule } from './rule.ts'
import { nullRules } from './rules/nulls.ts'
import { enumRules } from './rules/enums.ts'
import { fileRules } from './rules/files.ts'
import { typeRules } from './rules/types.ts'
import { indexRules } from './rules/indexes.ts'
import { renameRules } from './rules/renames.ts'
import { removalRules } from './rules/removals.ts'
import { typeChangeRules } from './rules/type_changes.ts'
import { constraintRules } from './rules/constraints.ts'
import { foreignKeyRules } from './rules/foreign_keys.ts'
import { transactionRules } from './rules/transactions.ts'
import { addedColumnRules } from './rules/added_columns.ts'

/** Everything that is looked for in what migrations do. */
export const operationRules: Rule[] = [
  ...addedColumnRules,
  ...removalRules,
  ...renameRules,
  ...typeChangeRules,
  ...typeRules,
  ...nullRules,
  ...constraintRules,
  ...foreignKeyRules,
  ...indexRules,
  ...enumRules,
  ...transactionRules,
]

/** All rules, those about files as a whole among them. */
export const lintRules: (Rule | FileRule)[] = [...operationRules, ...fileRules]

export { fileRules }

/** The codes that a comment may allow. */
export const knownCodes = new Set(lintRules.map(({ code }) => code))
