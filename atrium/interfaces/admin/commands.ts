import { ListLoader } from '@adonisjs/core/ace'

import Eject from './commands/eject.ts'

const commands = new ListLoader([Eject])

export const getMetaData = commands.getMetaData.bind(commands)
export const getCommand = commands.getCommand.bind(commands)
