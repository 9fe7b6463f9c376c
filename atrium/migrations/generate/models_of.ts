import type { ApplicationService } from '@adonisjs/core/types'

import { findModels } from '../wanted/find_models.ts'
import { E_MODELS_NOT_READ } from '../errors.ts'

/**
 * The models of the application.
 *
 * @throws E_MODELS_NOT_READ one of the files cannot be imported
 */
export async function modelsOf(app: ApplicationService) {
  return findModels(app).catch((error: Error & { code?: string }) => {
    if (error.code?.startsWith('E_')) throw error

    const place = error.stack?.split('\n').find((line) => line.includes('/app/'))
    throw new E_MODELS_NOT_READ(
      `The models cannot be imported: ${error.message}${place ? `\n${place.trim()}` : ''}`,
      { cause: error }
    )
  })
}
