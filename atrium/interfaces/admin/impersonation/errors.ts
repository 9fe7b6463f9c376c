import { createError } from '@adonisjs/core/exceptions'

/** Whoever asks may not act as this user. */
export const E_NO_IMPERSONATION = createError<[why: string]>(
  'You cannot act as this person: %s',
  'E_NO_IMPERSONATION',
  403
)

/** Something was to be changed outside of the admin, where nobody would keep both names. */
export const E_LOOKING_ONLY = createError<[name: string]>(
  'While you act as %s you can look around here, but change nothing. Use the admin, where both ' +
    'names are kept, or end it first',
  'E_LOOKING_ONLY',
  403
)
