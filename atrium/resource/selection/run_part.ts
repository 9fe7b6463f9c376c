import { setTimeout as pause } from 'node:timers/promises'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { identifier, operation, sql, transaction } from '#atrium/model/main'

import Run from '../models/run.ts'
import RunProblem from '../models/run_problem.ts'
import { E_RUN_TAKEN } from './errors.ts'
import { undoKind } from '../history/undo_kind.ts'
import { rowsKind } from './run_rows.ts'
import { run as execute } from '../reading/run.ts'
import { StepReport } from './step_report.ts'
import { type RunStep, runKindOf } from './run_kind.ts'
import type { ServiceContext } from '../service/resource_service.ts'
import type { WriteContext } from '../writing/write_transaction.ts'
import { changes } from '../history/changes.ts'

/** Rows that are done in one transaction */
const SIZE = 100

/**
 * Does the next rows of a run, and says whether there may be more. Rows, report and progress are
 * written in one transaction, so that a crash never does a row twice. Each row has a savepoint of its
 * own: one that is refused does not take the others along.
 *
 * @throws E_RUN_TAKEN another process was faster
 */
export async function runPart(
  context: ServiceContext,
  client: QueryClientContract,
  run: Run
): Promise<boolean> {
  const told = context.actor.operation({
    id: run.id,
    ...(run.reason && { reason: run.reason }),
    ...(typeof run.task.undoes === 'string' && { undoes: run.task.undoes }),
  })

  const written = await transaction(client, async (trx) => {
    await operation(trx, told)
    const write: WriteContext = { ...context, client: trx }
    const kind = run.action === 'undo' ? undoKind : (runKindOf(run.action) ?? rowsKind)
    const steps = await kind.steps(run, write, run.position, SIZE)

    const report = await new StepReport().take(write, steps)
    await writeProblems(trx, run, report)
    return moveOn(trx, run, steps.at(-1), report, steps.length === SIZE)
  })

  run.merge(written)
  run.$hydrateOriginals()
  changes.wake()
  if (run.state === 'running') await pause(0)
  return run.state === 'running'
}

async function writeProblems(client: QueryClientContract, { id }: Run, { problems }: StepReport) {
  if (!problems.length) return
  await RunProblem.createMany(
    problems.map((problem) => ({ ...problem, runId: id })),
    { client }
  )
}

/** Moves on from the place where this part began, and only from there. */
async function moveOn(
  client: QueryClientContract,
  run: Run,
  last: RunStep | undefined,
  { succeeded, skipped, refused }: StepReport,
  mayGoOn: boolean
): Promise<Partial<Run>> {
  const before = JSON.stringify(run.position)
  const position = JSON.stringify(last?.position ?? run.position)
  const [row] = await execute(
    client,
    sql`
      update ${identifier(Run.table)} set
        position = nullif(${position}::jsonb, 'null'),
        succeeded = succeeded + ${succeeded},
        skipped = skipped + ${skipped},
        refused = refused + ${refused},
        heartbeat_at = current_timestamp,
        state = case
          when not ${mayGoOn}::boolean then 'done'
          when is_cancel_requested then 'cancelled'
          else 'running'
        end,
        ended_at = case
          when not ${mayGoOn}::boolean or is_cancel_requested then current_timestamp
        end
      where id = ${run.id} and state = 'running'
        and coalesce(position, 'null') = coalesce(${before}::jsonb, 'null')
      returning *`
  )
  if (!row) throw new E_RUN_TAKEN([run.id])

  return Run.$createFromAdapterResult(row)!.$attributes
}
