import { ListLoader } from '@adonisjs/core/ace'

import UserCreate from './commands/user_create.ts'
import UserDemote from './commands/user_demote.ts'
import UserPromote from './commands/user_promote.ts'

const commands = new ListLoader([UserCreate, UserPromote, UserDemote])

export const getMetaData = commands.getMetaData.bind(commands)
export const getCommand = commands.getCommand.bind(commands)
