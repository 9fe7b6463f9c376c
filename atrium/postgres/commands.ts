import { ListLoader } from '@adonisjs/core/ace'

import DbUrl from './commands/db_url.ts'
import DbStop from './commands/db_stop.ts'
import DbShell from './commands/db_shell.ts'
import DbStart from './commands/db_start.ts'
import DbStatus from './commands/db_status.ts'

const commands = new ListLoader([DbStart, DbStop, DbStatus, DbShell, DbUrl])

export const getMetaData = commands.getMetaData.bind(commands)
export const getCommand = commands.getCommand.bind(commands)
