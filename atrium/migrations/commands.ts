import { ListLoader } from '@adonisjs/core/ace'

import MigrationRun from './commands/migration_run.ts'
import MigrationRollback from './commands/migration_rollback.ts'

const commands = new ListLoader([MigrationRun, MigrationRollback])

export const getMetaData = commands.getMetaData.bind(commands)
export const getCommand = commands.getCommand.bind(commands)
