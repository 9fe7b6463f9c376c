import type { Phase } from './steps.ts'

/**
 * All that a plan may do, in the order in which it is done. Going back is the reverse.
 */
export const stages = {
  /* A word of an enum's type can be used only once the transaction that added it has ended. */
  enumValues: 'build',

  extensions: 'expand',
  renames: 'expand',
  names: 'expand',
  takenNames: 'expand',
  obstacles: 'expand',
  enums: 'expand',
  functions: 'expand',
  columns: 'expand',
  conversions: 'expand',
  settings: 'expand',
  tables: 'expand',
  lateFunctions: 'expand',
  references: 'expand',
  copies: 'expand',
  views: 'expand',
  triggers: 'expand',
  comments: 'expand',

  fills: 'build',
  repairs: 'build',
  requirements: 'build',
  indexes: 'build',

  keys: 'constrain',
  rules: 'constrain',

  validations: 'validate',
  formerIndexes: 'validate',

  formerViews: 'contract',
  formerReferences: 'contract',
  formerKeys: 'contract',
  loosened: 'contract',
  formerColumns: 'contract',
  formerTables: 'contract',
  formerFunctions: 'contract',
  formerEnums: 'contract',
} as const satisfies Record<string, Phase>

export type Stage = keyof typeof stages

const order = Object.keys(stages)

/** The place of a stage among all. */
export function placeOf(stage: Stage) {
  return order.indexOf(stage)
}
