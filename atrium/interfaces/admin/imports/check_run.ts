import {
  RunProblem,
  wordsOfProblem,
  type Run,
  type RunStep,
  type WriteContext,
} from '#atrium/resource/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

import { UniqueKeys } from './unique_keys.ts'
import type { FileLine } from './file_lines.ts'
import type { Outcome } from './outcome.ts'
import { note, nothingYet, type Tally } from './tally.ts'
import type { Importer } from './importer.ts'
import { valuesOf, type Plan } from './line_planner.ts'
import { E_LINE_REFUSED, isAnswer, reasonOf } from './reason_of.ts'
import { byHeading, readingAt, type LinesTask } from './line_reading.ts'

const keysTaken = new WeakMap<Importer, UniqueKeys>()

/**
 * The next lines of a check: each is done as an import would do it and taken back at once, so that all
 * rules have had their say, nothing has changed, and nobody waits for a lock. What lines have to do with
 * each other is remembered.
 */
export async function checkSteps(
  run: Run,
  context: WriteContext,
  after: unknown,
  size: number
): Promise<RunStep[]> {
  const { client } = context
  const tally: Tally = structuredClone((after as Tally | null) ?? nothingYet)
  const { importer, file, resource, phrases } = await readingAt(
    run,
    context,
    tally.lines,
    (lines, reader) => recall(run, context, lines, reader)
  )
  const { headings } = run.task as LinesTask
  const planned = await importer.plan(await file.next(size), client)
  const taken = await keysOf(importer, context)
  const keys = await taken.keysOf(valuesOf(planned), client)

  return planned.plans.map((plan) => ({
    row: String(plan.line.number),
    position: tally,
    input: byHeading(headings, plan.line),

    async perform(own) {
      tally.lines += 1
      try {
        const outcome = await takenBack(own.client, (trial) =>
          importer.carryOut(plan, planned.references, trial)
        )
        if (isWrite(outcome)) takeKeys(importer, taken, plan, keys.get(plan.line.number))

        note(tally, outcome)
        if (outcome.kind === 'skip') return { skipped: outcome.reason ?? null }
        return outcome.kind === 'unchanged' ? { skipped: null } : 'done'
      } catch (thrown) {
        const error = phrases.translate(thrown)
        const reason = isAnswer(error) ? reasonOf(error, resource) : wordsOfProblem(error)
        note(tally, refusalOf(plan, reason))
        throw isAnswer(error) ? new E_LINE_REFUSED([reason]) : error
      }
    },
  }))
}

/** Does something in a transaction of its own that nothing is left of. */
async function takenBack<Result>(
  client: TransactionClientContract,
  work: (trial: TransactionClientContract) => Promise<Result>
) {
  const trial = await client.transaction()
  try {
    return await work(trial)
  } finally {
    await trial.rollback()
  }
}

/** @throws E_LINE_REFUSED a line before has the same */
function takeKeys(importer: Importer, taken: UniqueKeys, { line }: Plan, keys?: string[]) {
  const same = taken.find(keys)
  if (same) throw new E_LINE_REFUSED([importer.say('repeated', same)])
  taken.take(line.number, keys)
}

/** Lines that were tried by another process, or under other rights, have their keys all the same. */
async function recall(run: Run, context: WriteContext, lines: FileLine[], importer: Importer) {
  const numbers = lines.map(({ number }) => String(number))
  const problems = await RunProblem.query({ client: context.client })
    .where('runId', run.id)
    .whereIn('row', numbers)
  const left = new Set(problems.map(({ row }) => row))
  const tried = lines.filter(({ number }) => !left.has(String(number)))

  const planned = await importer.plan(tried, context.client)
  const taken = await keysOf(importer, context)
  const keys = await taken.keysOf(valuesOf(planned), context.client)
  for (const [line, ofLine] of keys) taken.take(line, ofLine)
}

async function keysOf(importer: Importer, { resource, client }: WriteContext) {
  const known = keysTaken.get(importer) ?? (await UniqueKeys.of(resource, client))
  keysTaken.set(importer, known)
  return known
}

function isWrite({ kind }: Outcome) {
  return kind === 'create' || kind === 'update'
}

function refusalOf({ line, rows: [row] }: Plan, reason: string): Outcome {
  return {
    kind: 'refuse',
    line: line.number,
    key: row?.key,
    title: row?.title,
    changes: [],
    reason,
  }
}
