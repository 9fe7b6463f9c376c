/** What an import does with a line */
export type OutcomeKind = 'create' | 'update' | 'unchanged' | 'skip' | 'refuse'

/** What becomes of one field of a row, as text */
export type Change = { label: string; before: string; after: string }

/**
 * What becomes of one line of a file, or would.
 */
export type Outcome = {
  kind: OutcomeKind
  line: number

  /** The row, where there is one */
  key?: string
  title?: string
  changes: Change[]

  /** Why nothing is done with the line */
  reason?: string
}

/** Why a line is left out or refused. Each is a text in the languages of the admin */
export type ReasonText =
  | 'no_match_value'
  | 'several_rows'
  | 'found'
  | 'missing'
  | 'repeated'
  | 'no_reference'
  | 'several_references'
  | 'many_references'
  | 'made'
  | 'many_cells'
  | 'error_value'

/** Says it in somebody's language */
export type Say = (reason: ReasonText, about: Record<string, string | number>) => string
