import vine, { Vine, VineString } from '@vinejs/vine'

import { wellFormed } from './well_formed.ts'
import { ShortMessages } from './short_messages.ts'

/**
 * What holds for every validator of the product, so that none needs to say it: all text is well
 * formed, all messages are short phrases. Called once, before the first validator is made.
 */
export function prepareValidators() {
  vine.messagesProvider = new ShortMessages()
  Vine.macro('string', () => new VineString().use(wellFormed()))
}
