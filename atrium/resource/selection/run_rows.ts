import type Run from '../models/run.ts'
import { updateRow } from '../writing/update.ts'
import { destroyRow } from '../writing/destroy.ts'
import { restoreDeleted } from '../writing/restore.ts'
import { keysOf, type SelectionQuery } from './selections.ts'
import type { Outcome, RunKind } from './run_kind.ts'
import { actOnRow, actionOf, readForm } from '../writing/act.ts'
import type { WriteContext } from '../writing/write_transaction.ts'

/** What a run does with each row of a selection. Kept as JSON */
export type RowsTask = {
  query: SelectionQuery

  /** For `update`: by field and relation, as people sent it */
  changes?: Record<string, unknown>

  /** For an action: what was filled into its form */
  input?: Record<string, unknown>

  /** For `delete`: past the trash */
  forGood?: boolean

  /** No more rows than these */
  limit?: number
}

/** Runs on the rows of a selection, each on the same way as if it was alone. */
export const rowsKind: RunKind = {
  async steps(run, context, after, size) {
    const task = run.task as RowsTask
    const done = Number(run.succeeded + run.skipped + run.refused)
    const left = Math.min(size, (task.limit ?? Infinity) - done)
    const keys = left > 0 ? await keysOf(context, task.query, after as string | null, left) : []
    const perform = await performer(run, context, task)

    return keys.map((key) => ({
      row: key,
      position: key,
      perform: (own) => perform(own, key),
    }))
  },
}

type Perform = (context: WriteContext, key: string) => Promise<Outcome>

async function performer(
  { action, reason: told }: Run,
  context: WriteContext,
  { changes = {}, input, forGood }: RowsTask
): Promise<Perform> {
  switch (action) {
    case 'update':
      return async (own, key) => {
        const { isChanged } = await updateRow(own, key, changes)
        return isChanged ? 'done' : { skipped: null }
      }

    case 'delete':
      return async (own, key) => {
        await destroyRow(own, key, { forGood })
        return 'done'
      }

    case 'restore':
      return async (own, key) => {
        await restoreDeleted(own, key)
        return 'done'
      }

    default: {
      const reason = told ?? undefined
      const read = await readForm(actionOf(context, action), { input, reason })
      return async (own, key) => {
        await actOnRow(own, action, key, read, { reason })
        return 'done'
      }
    }
  }
}
