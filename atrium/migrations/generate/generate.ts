import { prove } from './prove.ts'
import { plan } from '../plan/plan.ts'
import { decide } from '../decide/decide.ts'
import { arrange } from '../plan/arrange.ts'
import { afterRenames } from './after_renames.ts'
import { compare } from '../compare/compare.ts'
import { statesOf, type States } from './states.ts'
import type { Schema } from '../schema/types.ts'
import { differencesInWords } from './differences.ts'
import { findRenames } from '../compare/find_renames.ts'
import { refuseUnknownAnswers } from '../decide/answers.ts'
import type { Decisions } from '../decide/decisions.ts'
import type { Answers, Question } from '../decide/questions.ts'
import type { Change, Rename } from '../compare/changes.ts'
import type { GenerateOptions, Generated } from './types.ts'

/**
 * Finds out what turns the state that the migration files make into what the models say, and proves it
 * in a scratch database.
 *
 * @returns questions that have to be answered first, or migrations that are to be written
 * @throws E_UNKNOWN_ANSWER, E_ANSWER_NOT_UNDERSTOOD an answer fits nothing that is asked
 * @throws E_MIGRATION_NOT_PROVEN
 */
export async function generate(options: GenerateOptions): Promise<Generated> {
  const states = await statesOf(options)
  try {
    let { answers } = options
    for (;;) {
      const round = await decideBy(answers, states, options)
      const [first, ...others] = round.questions
      if (first === undefined) return await finish(round, states, options)
      if (!options.ask) return { ...said(round), questions: [first, ...others] }

      answers = { ...answers, ...(await options.ask(round.questions)) }
    }
  } finally {
    await states.close()
  }
}

/** What is known after all answers that there are */
type Round = {
  renames: Rename[]
  changes: Change[]
  from: Schema
  questions: Question[]
  decisions: Decisions
}

/** Renames come first: what else has to be asked depends on them. */
async function decideBy(
  answers: Answers,
  { database, from, to, hints }: States,
  { rows, unmanaged }: GenerateOptions
): Promise<Round> {
  const { renames, questions, known } = findRenames(from, to, hints, answers)
  const renamed = await afterRenames(database, renames, from, { unmanaged })
  const changes = compare(renamed, to)
  const found = { renames, changes, from: renamed }
  if (questions.length > 0) {
    return { ...found, questions, decisions: { renames, changes: [], notes: [] } }
  }

  const decided = await decide({ ...found, to, hints, answers, rows })
  refuseUnknownAnswers(answers, [...known, ...decided.known])
  return { ...found, ...decided }
}

async function finish(
  round: Round,
  { database, from, to, hints }: States,
  { name, unmanaged }: GenerateOptions
): Promise<Generated> {
  const { components } = hints
  const steps = plan(round.decisions, round.from, to, { before: from, components })
  const drafts = arrange(steps, round.decisions, components, name)
  if (drafts.length > 0) await prove(database, drafts, to, { unmanaged })

  return { ...said(round), questions: [], drafts, isUpToDate: drafts.length === 0 }
}

function said({ renames, changes, decisions }: Round) {
  const differences = differencesInWords(renames, changes)
  return { renames, changes, differences, notes: decisions.notes }
}
