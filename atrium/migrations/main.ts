export type * from './schema/types.ts'
export {
  LONGEST_NAME,
  conventionalName,
  nameOf,
  quote,
  quoteAll,
  shortened,
} from './schema/names.ts'
export { readSchema, type Queryable } from './schema/read_schema.ts'
export * as errors from './errors.ts'
export { Migration } from './migration/migration.ts'
export type * from './plan/steps.ts'
export { write } from './write/write.ts'
export { fileNames, writeFiles } from './write/write_files.ts'
