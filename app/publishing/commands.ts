import { ListLoader } from '@adonisjs/core/ace'

import PostsImport from './commands/posts_import.ts'

const commands = new ListLoader([PostsImport])

export const getMetaData = commands.getMetaData.bind(commands)
export const getCommand = commands.getCommand.bind(commands)
