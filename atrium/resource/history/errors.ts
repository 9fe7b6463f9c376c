import { createError } from '@adonisjs/core/exceptions'

/** An entry says nothing of the row, or of the field, that was to be restored. */
export const E_NOT_IN_HISTORY = createError<[what: string]>(
  'The history does not say what %s was',
  'E_NOT_IN_HISTORY',
  404
)

/** Nothing is kept under this operation, or it is no more. */
export const E_NOTHING_TO_UNDO = createError<[]>(
  'There is nothing to undo: the history has no changes of this operation',
  'E_NOTHING_TO_UNDO',
  404
)

/** A row that was deleted cannot come back, since the history has no values of what it needs. */
export const E_CANNOT_COME_BACK = createError<[label: string, problem: string]>(
  'This %s cannot come back: %s',
  'E_CANNOT_COME_BACK',
  409
)

/** The row was changed since, so that undoing would write over that. */
export const E_CHANGED_SINCE = createError<[label: string]>(
  'This %s was changed again since. Look at its history and restore what you want to have back',
  'E_CHANGED_SINCE',
  409
)

/** How old entries must be was not understood. */
export const E_HISTORY_AGE = createError<[text: string]>(
  '"%s" is no age. Write 90d for days, 12w for weeks, 6m for months or 2y for years',
  'E_HISTORY_AGE',
  400
)

/** The history has nothing of a table. */
export const E_NO_HISTORY = createError<[table: string]>(
  'The history has no entries of a table "%s". Write its name as the database has it',
  'E_NO_HISTORY',
  404
)
