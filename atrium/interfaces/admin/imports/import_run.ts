import type { Resource, Run, RunStep, WriteContext } from '#atrium/resource/main'

import { E_LINE_REFUSED, isAnswer, reasonOf } from './reason_of.ts'
import { byHeading, readingAt, type LinesTask } from './line_reading.ts'

/**
 * The next lines of an import: each is done on its own, and a crash is followed by the line where it
 * ended.
 */
export async function importSteps(
  run: Run,
  context: WriteContext,
  after: unknown,
  size: number
): Promise<RunStep[]> {
  const { file, importer, resource, phrases } = await readingAt(run, context, Number(after ?? 0))
  const { headings } = run.task as LinesTask
  const before = file.read
  const lines = await file.next(size)
  const { plans, references } = await importer.plan(lines, context.client)
  const options = { operationId: run.id, reason: run.reason ?? undefined }

  return plans.map((plan, index) => ({
    row: String(plan.line.number),
    position: before + index + 1,
    input: byHeading(headings, plan.line),

    async perform({ client }) {
      const outcome = await importer
        .carryOut(plan, references, client, options)
        .catch((error) => refuse(phrases.translate(error), resource))
      for (const { relation, label } of outcome.made ?? []) references.add(relation, label)

      if (outcome.kind === 'skip') return { skipped: outcome.reason ?? null }
      return outcome.kind === 'unchanged' ? { skipped: null } : 'done'
    },
  }))
}

/** Fields are named as the report's reader knows them. Faults stay what they are. */
function refuse(error: unknown, resource: Resource): never {
  throw isAnswer(error) ? new E_LINE_REFUSED([reasonOf(error, resource)]) : error
}
