import { E_SCRATCH_NOT_AVAILABLE } from '../errors.ts'

/** Says what to do when there is no server to make databases on. */
export function noScratch(error: unknown) {
  const { message, code } = error as NodeJS.ErrnoException

  return new E_SCRATCH_NOT_AVAILABLE(
    `No database could be made to try migrations in: ${message || code}. Set MIGRATION_SCRATCH_URL to a ` +
      'server on which its user may create databases, or leave it out to use the embedded one.',
    { cause: error }
  )
}
