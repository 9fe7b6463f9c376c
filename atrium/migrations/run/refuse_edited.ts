import type { Edited } from './checksums.ts'
import { E_MIGRATION_EDITED } from '../errors.ts'

/**
 * @throws E_MIGRATION_EDITED there are such files
 */
export function refuseEdited(edited: Edited[]) {
  if (edited.length === 0) return

  const lines = edited.map(
    ({ name, appliedAt }) => `  ${name} (ran on ${appliedAt.toISOString().slice(0, 16)}Z)`
  )
  throw new E_MIGRATION_EDITED(
    [
      'These files were edited after they ran in this database, so it does not have what they say now:',
      ...lines,
      'Undo the edit and put the change into a new file (`node ace migration:generate`). When the edit changes ' +
        'nothing of what they do, as in a comment, say so once: `node ace migration:run --accept-edited`. Nothing was done.',
    ].join('\n')
  )
}
