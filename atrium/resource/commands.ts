import { ListLoader } from '@adonisjs/core/ace'

import HistoryPrune from './commands/history_prune.ts'
import PolicyExplain from './commands/policy_explain.ts'

const commands = new ListLoader([PolicyExplain, HistoryPrune])

export const getMetaData = commands.getMetaData.bind(commands)
export const getCommand = commands.getCommand.bind(commands)
