import type { LucidModel } from '@adonisjs/lucid/types/model'

import type { Rows } from '../decide/rows.ts'
import type { Draft } from '../plan/steps.ts'
import type { Change } from '../compare/changes.ts'
import type { Scratch } from '../scratch/scratch.ts'
import type { Answers, Question } from '../decide/questions.ts'

/** A model, and the part of the application that it belongs to */
export type OwnedModel = { component: string; model: LucidModel }

export type GenerateOptions = {
  models: OwnedModel[]

  /** Runs the files that are there already in the empty database of this address */
  runMigrations: (url: string) => Promise<void>

  /** Gives an empty database each time: `() => Scratch.open(url)` */
  scratch: () => Promise<Scratch>

  /** The developer's database, where there is one */
  rows: Rows | null
  answers: Answers

  /** What the migration is to be called, when not after what it does */
  name?: string

  /** Names of tables, types, functions and so on that are left alone */
  unmanaged?: string[]
}

/**
 * What came out: questions that have to be answered first, or the migrations, of which there are
 * none when models and files agree.
 */
export type Generated =
  | { questions: Question[]; changes: Change[]; notes: string[] }
  | { questions: []; drafts: Draft[]; changes: Change[]; notes: string[]; isUpToDate: boolean }
