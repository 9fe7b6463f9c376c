import type { RunStep } from './run_kind.ts'
import type RunProblem from '../models/run_problem.ts'
import { isLost, plainMessage } from '../writing/database_problem.ts'
import { isValidationError } from '../writing/problems.ts'
import type { WriteContext } from '../writing/write_transaction.ts'

/** What is no fault of a row, but of the connection or of the program: the work cannot go on */
const NOT_OF_THE_ROW = /^(08|53|57|58|XX)/

/** A row that was not done, and why */
export type StepProblem = Pick<RunProblem, 'row' | 'kind' | 'reason' | 'input'>

/**
 * What became of several rows. Each has a savepoint of its own: one that is refused does not take the
 * others along.
 */
export class StepReport {
  succeeded = 0
  skipped = 0
  refused = 0
  readonly problems: StepProblem[] = []

  /** Does these rows. What is about one row is noted; what is not, is thrown. */
  async take(context: WriteContext, steps: RunStep[]) {
    for (const step of steps) await this.#takeOne(context, step)
    return this
  }

  async #takeOne(context: WriteContext, step: RunStep) {
    try {
      const outcome = await context.client.transaction((client) =>
        step.perform({ ...context, client })
      )
      if (outcome === 'done') this.succeeded += 1
      else this.#note(step, 'skipped', outcome.skipped)
    } catch (error: any) {
      if (!isOfTheRow(error)) throw error
      this.#note(step, isGone(error) ? 'skipped' : 'refused', wordsOfProblem(error))
    }
  }

  #note({ row, input }: RunStep, kind: 'skipped' | 'refused', reason: string | null) {
    this[kind] += 1
    if (reason !== null) this.problems.push({ row, kind, reason, input: input ?? null })
  }
}

/** Whether an error is about one row: it is reported, and the others go on. */
function isOfTheRow(error: any) {
  if (isLost(error)) return false
  if (isValidationError(error)) return true
  if (/^[0-9A-Z]{5}$/.test(error?.code)) return !NOT_OF_THE_ROW.test(error.code)
  return typeof error?.status === 'number' && error.status < 500
}

function isGone({ code }: { code: string }) {
  return code === 'E_ROW_NOT_FOUND' || code === 'E_ACTION_NOT_OFFERED'
}

/** An error as it stands in a report. */
export function wordsOfProblem(error: any): string {
  if (!isValidationError(error)) return plainMessage(error)
  return error.messages
    .map(({ field, message }) => [field, message].filter(Boolean).join(': '))
    .join('; ')
}
