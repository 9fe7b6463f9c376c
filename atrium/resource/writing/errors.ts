import { createError } from '@adonisjs/core/exceptions'

/** Rows elsewhere need the row that was to be deleted. */
export const E_ROW_IN_USE = createError<[label: string, users: string]>(
  'This %s is still used by %s. Change or delete those first',
  'E_ROW_IN_USE',
  409
)

/** The row is not one of those that the action is for. */
export const E_ACTION_NOT_OFFERED = createError<[action: string, label: string, condition: string]>(
  '"%s" cannot be done with this %s: it is for those where %s',
  'E_ACTION_NOT_OFFERED',
  409
)

/** The action works on rows and was given none, or the other way round. */
export const E_ACTION_PLACE = createError<[action: string, takes: string]>(
  '"%s" %s',
  'E_ACTION_PLACE',
  400
)
