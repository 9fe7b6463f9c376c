import { commentOn } from '../schema/ddl.ts'
import type { DecidedOf, Piece } from './planning.ts'
import type { Commented } from '../compare/changes.ts'

/** What is kept beside an object for people to read. None at all is null, never an empty text. */
export function planChangeComment({
  change: { on, from, to },
}: DecidedOf<'changeComment'>): Piece[] {
  return [
    {
      stage: 'comments',
      table: 'table' in on ? on.table : null,
      up: [commentOn(on, to)],
      down: [commentOn(on, from)],
      summary: `comment on ${spoken(on)}`,
    },
  ]
}

function spoken(on: Commented) {
  if (on.object === 'column') return `${on.column} of ${on.table}`

  return 'table' in on ? on.table : Object.values(on)[1]
}
