import type { ApplicationService } from '@adonisjs/core/types'

/**
 * Whether Lucid is to write `database/schema.ts` after migrations. Where it is not, it need not say so
 * each time.
 */
export function writesSchema(app: ApplicationService, connection?: string) {
  const name = connection ?? app.config.get<string>('database.connection')
  return app.config.get<boolean>(`database.connections.${name}.schemaGeneration.enabled`, true)
}
