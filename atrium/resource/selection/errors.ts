import { createError } from '@adonisjs/core/exceptions'

/** Two parts of the program want to do the same kind of run. */
export const E_RUN_KIND_TWICE = createError<[action: string]>(
  'Runs named "%s" are defined twice. Give one of them another name',
  'E_RUN_KIND_TWICE',
  500
)

/** Another process works on the run by now: what this one did of it is undone. */
export const E_RUN_TAKEN = createError<[id: string]>(
  'The run %s was taken over by another process',
  'E_RUN_TAKEN',
  409
)

/** The user on whose behalf a run works is gone. */
export const E_RUN_WITHOUT_ACTOR = createError<[actor: string]>(
  'The run cannot go on: there is no user "%s" any more, whom it worked for',
  'E_RUN_WITHOUT_ACTOR',
  410
)

/** A run was asked for without saying on which rows. */
export const E_NO_ROWS_CHOSEN = createError<[]>(
  'No rows were chosen. Give a selection, or keys',
  'E_NO_ROWS_CHOSEN',
  400
)
