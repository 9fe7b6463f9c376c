import { ListLoader } from '@adonisjs/core/ace'

import PostsImport from './commands/posts_import.ts'
import ArticlesRender from './commands/articles_render.ts'

const commands = new ListLoader([ArticlesRender, PostsImport])

export const getMetaData = commands.getMetaData.bind(commands)
export const getCommand = commands.getCommand.bind(commands)
