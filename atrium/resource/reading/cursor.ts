import encryption from '@adonisjs/core/services/encryption'

import { E_BAD_CURSOR } from '../errors.ts'
import type { Position } from './keyset.ts'

/** Changes when cursors say something else: then old ones are refused */
const VERSION = 1

/** Where a page of a list begins, or ends when it is read backwards */
export type Cursor = { direction: 'after' | 'before'; position: Position }

/**
 * A cursor as text that can only be made here, and serves this list alone.
 *
 * @param list a digest of what makes the list: resource, order, filter and so on
 */
export function writeCursor({ direction, position }: Cursor, list: string): string {
  const message = JSON.stringify([direction, ...position])
  return encryption.getMessageVerifier().sign(message, undefined, purpose(list))
}

/** @throws E_BAD_CURSOR it was changed, or belongs to another list */
export function readCursor(text: string, list: string): Cursor {
  const message = encryption.getMessageVerifier().unsign<string>(text, purpose(list))
  if (message === null) throw new E_BAD_CURSOR()

  const [direction, ...position] = JSON.parse(message)
  return { direction, position }
}

function purpose(list: string) {
  return `cursor ${VERSION} ${list}`
}
