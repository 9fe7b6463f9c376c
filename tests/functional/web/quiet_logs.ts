import type { Group } from '@japa/runner/core'
import logger from '@adonisjs/core/services/logger'

/**
 * Keeps a group's provoked errors out of the output.
 */
export function quietLogs(group: Group) {
  group.setup(() => {
    const { level } = logger
    logger.level = 'silent'

    return () => {
      logger.level = level
    }
  })
}
