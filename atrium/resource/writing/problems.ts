import { errors } from '@vinejs/vine'

/** What is wrong with a field: the form in which every interface gets it */
export type Problem = { field: string; rule: string; message: string; [more: string]: unknown }

/**
 * Gathers what is wrong with everything that is saved together, so that people hear of all of it at
 * once. The fields of inline rows are named with their place: `grants.0.action`.
 */
export class Problems {
  readonly all: Problem[] = []

  /** Notes what is wrong with a field. */
  add(field: string, rule: string, message: string) {
    this.all.push({ field, rule, message })
  }

  /** Takes over what a validator, or a rule of the resource, found. */
  take(problems: readonly Problem[], path = '') {
    for (const problem of problems) this.all.push({ ...problem, field: path + problem.field })
  }

  /** @throws E_VALIDATION_ERROR something is wrong */
  throwIfAny() {
    if (this.all.length) throw this.asError()
  }

  /** All of it, as validators say it. */
  asError() {
    return new errors.E_VALIDATION_ERROR(this.all)
  }
}

/** Whether an error says what is wrong with fields. */
export function isValidationError(error: any): error is Error & { messages: Problem[] } {
  return error?.code === 'E_VALIDATION_ERROR' && Array.isArray(error.messages)
}
