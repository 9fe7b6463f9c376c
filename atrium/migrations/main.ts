export type * from './schema/types.ts'
export {
  LONGEST_NAME,
  conventionalName,
  nameOf,
  quote,
  quoteAll,
  quoteText,
  shortened,
} from './schema/names.ts'
export { readSchema, type Queryable } from './schema/read_schema.ts'
export * as errors from './errors.ts'
export { Migration } from './migration/migration.ts'
export type * from './plan/steps.ts'
export { write } from './write/write.ts'
export { fileNames, writeFiles } from './write/write_files.ts'
export * from './schema/ddl.ts'
export { shortType, spoken } from './schema/spelling.ts'
export { Scratch } from './scratch/scratch.ts'
export { ScratchServer } from './scratch/scratch_server.ts'
export { runMigrations } from './scratch/run_migrations.ts'
export { runEach, runStatements } from './scratch/run_statements.ts'
export { FailedStatement } from './scratch/failed_statement.ts'
export { wantedSchema } from './wanted/wanted_schema.ts'
export { findModels } from './wanted/find_models.ts'
export type { Hints } from './wanted/hints.ts'
export type * from './compare/changes.ts'
export { compare, comparers } from './compare/compare.ts'
export { findRenames, renamers } from './compare/find_renames.ts'
export type * from './decide/questions.ts'
export type * from './decide/decisions.ts'
export type * from './decide/rows.ts'
export type * from './lint/rule.ts'
export { lint } from './lint/linter.ts'
export { lintRules } from './lint/rules.ts'
export type { Piece, WrittenMigration } from './lint/written_migration.ts'
export type { MigrationsConfig } from './config.ts'
export { configOf } from './config.ts'
export { SafeRunner } from './run/safe_runner.ts'
export { inspect, type Inspected, type InspectOptions } from './inspect/inspect.ts'
export { laidOut } from './inspect/laid_out.ts'
export { rowsOf } from './generate/rows_of.ts'
export { decide, deciders } from './decide/decide.ts'
export { refuseUnknownAnswers } from './decide/answers.ts'
