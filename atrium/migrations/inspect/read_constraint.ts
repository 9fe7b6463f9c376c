import { Clauses, splitList, unquote } from './clauses.ts'
import type { Constraint } from '../schema/types.ts'

/** A constraint as its definition says it */
export type ReadConstraint = {
  columns: string[]
  include: string[]
  nullsNotDistinct: boolean
  matchFull: boolean

  /** Of a check, its condition; of an exclusion, what follows `exclude` */
  sql: string
  deferrable: 'immediate' | 'deferred' | null

  /** What models have no word for, such as `no inherit` */
  left: string
}

/**
 * Reads what `pg_get_constraintdef` says.
 *
 * @throws E_CLAUSES_NOT_READ
 */
export function readConstraint({ kind, definition }: Constraint): ReadConstraint {
  const clauses = new Clauses(definition)
  const read = readers[kind](clauses)
  return { ...nothing, ...read, deferrable: timing(clauses), left: clauses.rest.toLowerCase() }
}

const nothing = { columns: [], include: [], nullsNotDistinct: false, matchFull: false, sql: '' }

const readers: Record<Constraint['kind'], (clauses: Clauses) => Partial<ReadConstraint>> = {
  primary: (clauses) => ({
    columns: list(clauses.expect('primary key')),
    include: included(clauses),
  }),
  unique: (clauses) => ({
    nullsNotDistinct: clauses.expect('unique').take('nulls not distinct'),
    columns: list(clauses),
    include: included(clauses),
  }),
  check: (clauses) => ({ sql: clauses.expect('check').parenthesised() ?? '' }),
  exclude: (clauses) => ({
    sql: clauses.expect('exclude').until(['not deferrable', 'deferrable']),
  }),
  foreign: (clauses) => {
    const columns = list(clauses.expect('foreign key'))
    clauses.expect('references').name()
    clauses.parenthesised()
    const matchFull = clauses.take('match full')
    takeActions(clauses)
    return { columns, matchFull }
  },
}

/** Schemas say them already, except for `set null (columns)`, which stays */
function takeActions(clauses: Clauses) {
  for (const event of ['on update', 'on delete']) {
    if (!clauses.take(event)) continue

    for (const action of ['cascade', 'restrict', 'set null', 'set default', 'no action'])
      clauses.take(action)
  }
}

function timing(clauses: Clauses) {
  if (!clauses.take('deferrable')) return null

  return clauses.take('initially deferred') ? 'deferred' : 'immediate'
}

function included(clauses: Clauses) {
  return clauses.take('include') ? list(clauses) : []
}

function list(clauses: Clauses) {
  return splitList(clauses.parenthesised() ?? '').map(unquote)
}
