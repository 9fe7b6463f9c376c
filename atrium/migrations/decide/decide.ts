import {
  decideAddConstraint,
  decideAddIndex,
  decideReplaceConstraint,
  decideReplaceIndex,
} from './constraints.ts'
import {
  decideChangeGenerated,
  decideCreateTable,
  decideDropColumn,
  decideDropTable,
} from './drops.ts'
import { notesOn } from './renaming.ts'
import { Deciding } from './deciding.ts'
import type { Question } from './questions.ts'
import { decideChangeType } from './retyping.ts'
import { refuseDependents } from './dependents.ts'
import type { Decider, Situation } from './deciding.ts'
import type { Decided, Decisions } from './decisions.ts'
import { decideAddColumn, decideChangeNull } from './fills.ts'
import type { Change, ChangeKind } from '../compare/changes.ts'
import { decideChangeEnum, decideChangeWords } from './words.ts'

/** Who decides about changes of a kind. Of all others there is nothing to decide */
export const deciders: { [K in ChangeKind]?: Decider<K> } = {
  createTable: decideCreateTable,
  dropTable: decideDropTable,
  addColumn: decideAddColumn,
  dropColumn: decideDropColumn,
  changeType: decideChangeType,
  changeGenerated: decideChangeGenerated,
  changeNull: decideChangeNull,
  changeWords: decideChangeWords,
  changeEnum: decideChangeEnum,
  addConstraint: decideAddConstraint,
  replaceConstraint: decideReplaceConstraint,
  addIndex: decideAddIndex,
  replaceIndex: decideReplaceIndex,
}

/** Later ones look at rows as earlier ones leave them */
const first: ChangeKind[] = ['createTable', 'addColumn', 'changeType', 'changeNull']

/**
 * Says for each change what becomes of rows: what fills, converts and maps them, what stops the
 * migration, what is lost. What only a person can say is asked.
 *
 * @returns `known`: the ids of all questions that there are, for `refuseUnknownAnswers`
 * @throws E_DEPENDENTS something that nobody declares needs what is to go
 * @throws E_ANSWER_NOT_UNDERSTOOD an answer is none of the choices
 * @throws E_FILL_NOT_UNIQUE all rows would get one value where no two may have the same
 */
export async function decide(
  situation: Situation
): Promise<{ decisions: Decisions; questions: Question[]; known: string[] }> {
  const deciding = new Deciding(situation)
  await refuseDependents(deciding)

  const decided = new Map<Change, Decided>()
  for (const change of inOrder(situation.changes)) {
    const decider = deciders[change.kind] as Decider<any> | undefined
    const verdict = (await decider?.(change, deciding)) ?? {}
    decided.set(change, { guards: [], losses: [], lossesBack: [], notes: [], ...verdict, change })
  }

  const { questions, known } = deciding
  const { renames } = situation
  const changes = situation.changes.map((change) => decided.get(change)!)
  return { decisions: { renames, changes, notes: notesOn(renames) }, questions, known }
}

function inOrder(changes: Change[]) {
  const place = ({ kind }: Change) => (first.includes(kind) ? first.indexOf(kind) : first.length)
  return changes.toSorted((a, b) => place(a) - place(b))
}
