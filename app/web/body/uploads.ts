import { rm } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { MultipartFile } from '@adonisjs/core/bodyparser'

/**
 * Removes what a request uploaded to the folder for temporary files, once it is answered. Whoever
 * wants to keep a file has stored it elsewhere by then; whoever was refused leaves nothing behind.
 */
export function removeUploadsAfter({ request, response, logger }: HttpContext) {
  response.response.once('close', async () => {
    for (const path of temporaryPaths(request.allFiles())) {
      await rm(path, { force: true }).catch((error) =>
        logger.error({ err: error }, 'An uploaded file could not be removed')
      )
    }
  })
}

/**
 * Fields may be nested, and may hold several files.
 */
function temporaryPaths(files: unknown): string[] {
  if (files instanceof MultipartFile) {
    return files.tmpPath ? [files.tmpPath] : []
  }

  return typeof files === 'object' && files !== null
    ? Object.values(files).flatMap(temporaryPaths)
    : []
}
