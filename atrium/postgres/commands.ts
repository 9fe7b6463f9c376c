import { ListLoader } from '@adonisjs/core/ace'

import DbUrl from './commands/db_url.ts'
import DbStop from './commands/db_stop.ts'
import DbShell from './commands/db_shell.ts'
import DbStart from './commands/db_start.ts'
import DbStatus from './commands/db_status.ts'
import MigrationRun from './commands/migration_run.ts'

const commands = new ListLoader([DbStart, DbStop, DbStatus, DbShell, DbUrl, MigrationRun])

export const getMetaData = commands.getMetaData.bind(commands)
export const getCommand = commands.getCommand.bind(commands)
