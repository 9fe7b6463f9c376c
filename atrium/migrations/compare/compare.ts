import {
  compareCounting,
  compareColumns,
  compareDefaults,
  compareGenerated,
  compareNulls,
  compareTypes,
  compareWords,
} from './compare_columns.ts'
import {
  compareEnums,
  compareExtensions,
  compareFunctions,
  compareStorage,
  compareTables,
  compareViews,
} from './compare_objects.ts'
import type { Change } from './changes.ts'
import type { Schema } from '../schema/types.ts'
import { compareTriggers } from './compare_triggers.ts'
import { compareComments } from './compare_comments.ts'
import { compareConstraints, compareIndexes } from './compare_parts.ts'

/** What a schema is compared by */
export const comparers: Record<string, (from: Schema, to: Schema) => Change[]> = {
  extensions: compareExtensions,
  enums: compareEnums,
  functions: compareFunctions,
  views: compareViews,
  tables: compareTables,
  storage: compareStorage,
  columns: compareColumns,
  types: compareTypes,
  defaults: compareDefaults,
  nulls: compareNulls,
  counting: compareCounting,
  generated: compareGenerated,
  words: compareWords,
  constraints: compareConstraints,
  indexes: compareIndexes,
  triggers: compareTriggers,
  comments: compareComments,
}

/**
 * All that has to change in one schema for it to be like the other, after renames were carried out.
 * Nothing is guessed, and the order means nothing.
 */
export function compare(from: Schema, to: Schema): Change[] {
  return Object.values(comparers).flatMap((differences) => differences(from, to))
}
