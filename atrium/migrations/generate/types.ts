import type { LucidModel } from '@adonisjs/lucid/types/model'

import type { Rows } from '../decide/rows.ts'
import type { Draft } from '../plan/steps.ts'
import type { Change, Rename } from '../compare/changes.ts'
import type { Answers, Question } from '../decide/questions.ts'

/** A model, and the part of the application that it belongs to */
export type OwnedModel = { component: string; model: LucidModel }

/** An empty database for once */
export type ScratchDatabase = { url: string; drop(): Promise<void> }

export type GenerateOptions = {
  models: OwnedModel[]

  /** Runs the files that are there already in the empty database of this address */
  runMigrations: (url: string) => Promise<unknown>

  /** Gives empty databases */
  scratch: { database(): Promise<ScratchDatabase> }

  /** The developer's database, where there is one */
  rows: Rows | null
  answers: Answers

  /** Puts open questions to somebody. Without it they are what comes out */
  ask?: (questions: Question[]) => Promise<Answers>

  /** What the migration is to be called, in snake_case, when not after what it does */
  name?: string

  /** Names of tables, types, functions and so on that are left alone */
  unmanaged?: string[]
}

/** What differs, in words as well */
type Differences = { renames: Rename[]; changes: Change[]; differences: string[]; notes: string[] }

/** Questions have to be answered first */
export type Open = Differences & { questions: [Question, ...Question[]] }

/** Migrations, of which there are none when models and files agree */
export type Settled = Differences & { questions: []; drafts: Draft[]; isUpToDate: boolean }

/** What came out */
export type Generated = Open | Settled
