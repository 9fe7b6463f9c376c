import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { newUuid } from '#atrium/model/main'

import type { Actor } from '../actor.ts'
import type Run from '../models/run.ts'
import { stepsOf } from './undo_steps.ts'
import { countUndoable, undoableRows } from './undoable_rows.ts'
import { Access } from '../policy/access.ts'
import { clientOf } from '../reading/run.ts'
import { AT_ONCE, Runs } from '../selection/runs.ts'
import { inTransaction } from '../writing/write_transaction.ts'
import type { ResourceRegistry } from '../registry.ts'
import { StepReport, type StepProblem } from '../selection/step_report.ts'
import { E_NOTHING_TO_UNDO } from './errors.ts'

export type UndoOptions = {
  reason?: string
  client?: QueryClientContract

  /** Under which operation the undoing itself stands in the history. It can be undone as well */
  operationId?: string
}

/** What became of an undoing */
export type Undone = {
  /** Rows that are again what they were */
  undone: number

  /** Rows that are not, with the reason */
  problems: StepProblem[]

  /** The operation that did it */
  operationId: string

  /** The run that does it in the background, when there are many rows */
  run?: Run
}

/**
 * Takes back everything that an operation did: a save, a deletion with what it took along, a bulk edit,
 * an import. What was added is deleted, what was deleted comes back, what was changed is again what it
 * was, all through the policy. Rows that were changed again since are left alone and reported.
 *
 * @throws E_NOTHING_TO_UNDO the history has nothing of it
 */
export async function undo(
  registry: ResourceRegistry,
  actor: Actor,
  operation: string,
  { client, reason, operationId = newUuid() }: UndoOptions = {}
): Promise<Undone> {
  const { rows, table } = await countUndoable(registry, operation, client)
  if (table === null) throw new E_NOTHING_TO_UNDO([])

  const resource = registry.ofTable(table) ?? registry.all()[0]
  const context = { resource, actor, access: Access.of(resource, actor), client }
  if (rows > AT_ONCE) {
    const task = { undoes: operation }
    const run = await Runs.begin(
      { ...context, client: clientOf(context) },
      { action: 'undo', task, total: rows, reason }
    )
    return { undone: 0, problems: [], operationId: run.id, run }
  }

  const options = { reason, operationId, undoes: operation }
  const report = await inTransaction(context, options, async (write) => {
    const found = await undoableRows(write.client, registry, operation, 0, AT_ONCE)
    return new StepReport().take(write, stepsOf(write, operation, found))
  })
  return { undone: report.succeeded, problems: report.problems, operationId }
}
