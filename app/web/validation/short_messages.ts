import { SimpleMessagesProvider } from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'

import { phraseFor } from './phrases.ts'

/**
 * The messages of all validators: short phrases. What a rule of our own reports is left as it is.
 */
export class ShortMessages extends SimpleMessagesProvider {
  constructor() {
    super({})
  }

  /**
   * Says what is wrong with a field.
   */
  getMessage(message: string, rule: string, field: FieldContext, args?: Record<string, any>) {
    return phraseFor(rule, args) ?? super.getMessage(message, rule, field, args)
  }
}
