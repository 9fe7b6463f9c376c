import type Run from '../models/run.ts'
import { stepsOf } from './undo_steps.ts'
import type { RunKind } from '../selection/run_kind.ts'
import { type UndoableRow, undoableRows } from './undoable_rows.ts'
import type { WriteContext } from '../writing/write_transaction.ts'

/** Rows that are put in order at once: that takes as long for a few as for many */
const AHEAD = 5_000

const known = new WeakMap<Run, UndoableRow[]>()

/** Takes back, in the background, what another run or an import did. */
export const undoKind: RunKind = {
  async steps(run, context, after, size) {
    const operation = String(run.task.undoes)
    const rows = await rowsAfter(run, context, operation, Number(after ?? 0))
    return stepsOf(context, operation, rows.slice(0, size))
  },
}

async function rowsAfter(
  run: Run,
  { client, resource }: WriteContext,
  operation: string,
  after: number
): Promise<UndoableRow[]> {
  const left = known.get(run)?.filter(({ place }) => place > after) ?? []
  const rows = left.length
    ? left
    : await undoableRows(client, resource.registry, operation, after, AHEAD)

  known.set(run, rows)
  return rows
}
