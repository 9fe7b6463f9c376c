import { ListLoader } from '@adonisjs/core/ace'

import MakeModel from './commands/make_model.ts'
import MigrationSql from './commands/migration_sql.ts'
import MigrationRun from './commands/migration_run.ts'
import ModelInspect from './commands/model_inspect.ts'
import MigrationLint from './commands/migration_lint.ts'
import MigrationDrift from './commands/migration_drift.ts'
import MigrationSquash from './commands/migration_squash.ts'
import MigrationGenerate from './commands/migration_generate.ts'
import MigrationRollback from './commands/migration_rollback.ts'

const commands = new ListLoader([
  MigrationGenerate,
  MigrationRun,
  MigrationRollback,
  MigrationSql,
  MigrationLint,
  MigrationDrift,
  MigrationSquash,
  ModelInspect,
  MakeModel,
])

export const getMetaData = commands.getMetaData.bind(commands)
export const getCommand = commands.getCommand.bind(commands)
