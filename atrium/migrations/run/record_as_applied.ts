import type { BaseCommand } from '@adonisjs/core/ace'

import { configOf } from '../config.ts'
import { inOwnTurn } from './run_safely.ts'
import { RecordingRunner } from './recording_runner.ts'

type Screen = Pick<BaseCommand, 'app' | 'logger' | 'colors'>

/**
 * Writes down, for a command, that migrations were applied, when nobody else migrates.
 *
 * @param name of the migrations, without date and number
 * @throws E_MIGRATION_NOT_PENDING none of this name is pending
 */
export async function recordAsApplied(screen: Screen, connectionName: string, name: string) {
  const { app, logger, colors } = screen
  const db = await app.container.make('lucid.db')
  const safe = {
    config: configOf(app),
    acceptDataLoss: false,
    acceptEdited: false,
    onPause: () => {},
  }
  const runner = new RecordingRunner(name, safe, db, app, { direction: 'up', connectionName })

  await inOwnTurn(screen, connectionName, () => runner.run())
  if (runner.error) throw runner.error

  for (const file of runner.recorded) {
    logger.log(`${colors.green('❯ recorded as applied')} ${file}`)
  }
}
