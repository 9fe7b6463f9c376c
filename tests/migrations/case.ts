import type { LucidModel } from '@adonisjs/lucid/types/model'

type Models = () => LucidModel[]

/** A query that gives one value, and that value as text */
export type Check = [sql: string, value: string | null]

/**
 * Two states of a project's models, and what has to happen between them: migrations are generated
 * for both, run on a database with rows, taken back and run again.
 */
export type Case = {
  /** Begins with the number of its row in the table of cases */
  name: string
  before: Models
  after: Models

  /** SQL that fills the tables of `before` */
  rows?: string[]

  /** The ids of the questions that are asked, in any order */
  asks?: string[]
  answers?: Record<string, string>

  /** What generating is refused with, even when all is answered */
  refused?: RegExp

  /** What running is refused with, before anything is changed */
  stops?: RegExp

  /** What is lost, as the migration says it. Running is refused until that is accepted */
  loses?: RegExp[]

  /** What holds after going forth, and after going back */
  up?: Check[]
  down?: Check[]

  /** What the statements have and have not */
  sql?: RegExp[]
  never?: RegExp[]

  /** What the reader is told */
  notes?: RegExp[]

  /** No migration is needed */
  unchanged?: true

  /** The entries of the tables of handlers without which the case fails */
  without: string[]
}
