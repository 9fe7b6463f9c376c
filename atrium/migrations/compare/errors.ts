import { createError } from '@adonisjs/core/exceptions'

/** Two names claim the same new name, or one name is to become two. */
export const E_RENAMED_TWICE = createError<[first: string, second: string]>(
  'Not both can be right: %s, and %s. Correct `renamedFrom` or the answers, so that each name becomes one other',
  'E_RENAMED_TWICE',
  400
)

/** An answer that is none of those that its question offers. */
export const E_IMPOSSIBLE_ANSWER = createError<[answer: string, id: string, possible: string]>(
  '"%s" is no answer to "%s". Possible: %s',
  'E_IMPOSSIBLE_ANSWER',
  400
)

/** Answers to questions that are not asked. */
export const E_UNKNOWN_ANSWER = createError<[ids: string, known: string]>(
  'Nobody asks: %s. Asked here: %s. Leave the answer out, or correct the name before its "="',
  'E_UNKNOWN_ANSWER',
  400
)
