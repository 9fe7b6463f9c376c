import type { Stage } from './stages.ts'
import type { Guard, Loss } from '../decide/decisions.ts'

/**
 * When a step runs. The steps of a phase share a migration file, and its transaction mode.
 *
 * - expand, in a transaction: renames, new types, tables and columns, conversions; nothing that scans a large table under a lock unless the reader was told
 * - build, without one: backfills in batches, and indexes concurrently
 * - constrain, in a transaction: constraints that do not look at older rows yet, or that take over an index
 * - validate, without one: older rows are looked at, columns become NOT NULL
 * - contract, in a transaction: what is no longer needed goes
 */
export const phases = ['expand', 'build', 'constrain', 'validate', 'contract'] as const
export type Phase = (typeof phases)[number]

/** Whether a phase runs in one transaction. Where it does not, each statement can run twice */
export const isTransactional: Record<Phase, boolean> = {
  expand: true,
  build: false,
  constrain: true,
  validate: false,
  contract: true,
}

/**
 * SQL, or rows that are changed a batch at a time, with progress and a commit after each.
 */
export type Statement = string | Backfill

/** `update <table> set <set> where <where>`, until no row meets the condition any more */
export type Backfill = { table: string; set: string; where: string }

/**
 * A piece of a migration that belongs together.
 */
export type Step = {
  phase: Phase

  /** The table that it is about, which says to which component it belongs; null for none */
  table: string | null
  up: Statement[]

  /** Undoes `up`, in the order in which it is to run */
  down: Statement[]

  /** For the description of the migration: `add headline to articles` */
  summary: string

  /** When it runs within its phase. The first of the phase unless said */
  stage?: Stage

  /** Other tables that have to be there, in their new form, before it runs */
  needs?: string[]

  /** What the reader of the migration should know of it */
  notes?: string[]
}

/**
 * A migration file before it is text.
 */
export type Draft = {
  component: string
  phase: Phase

  /** snake_case, without date: `add_headline_to_articles_1_add` */
  name: string

  /** Sentences for its docblock */
  description: string[]
  transactional: boolean
  guards: Guard[]
  losses: Loss[]
  lossesBack: Loss[]
  notes: string[]
  up: Statement[]
  down: Statement[]
}
