import type { Answers } from './questions.ts'
import { E_UNKNOWN_ANSWER } from '../errors.ts'

/**
 * Refuses answers to questions that nobody asks, so that a slip of the pen changes nothing unseen.
 *
 * @param known the ids that `findRenames` and `decide` know
 * @throws E_UNKNOWN_ANSWER
 */
export function refuseUnknownAnswers(answers: Answers, known: string[]) {
  const unknown = Object.keys(answers).filter((id) => !known.includes(id))
  if (unknown.length === 0) return

  const asked = known.length > 0 ? [...new Set(known)].join(', ') : 'nothing'
  throw new E_UNKNOWN_ANSWER(
    `Nobody asks for ${unknown.join(', ')}. What may be answered here: ${asked}. Leave the answer out, or correct what stands before its "=".`
  )
}
