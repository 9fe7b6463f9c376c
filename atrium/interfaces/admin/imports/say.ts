import type { I18n } from '@adonisjs/i18n'

import type { Say } from './outcome.ts'

/** Says why lines are left out or refused, in a language. */
export function sayIn(i18n: Pick<I18n, 't'>): Say {
  return (reason, about) => i18n.t(`admin_bulk.import.reasons.${reason}`, about)
}
