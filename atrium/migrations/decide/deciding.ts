import type { Rows } from './rows.ts'
import { OldNames } from './old_names.ts'
import { OlderRows } from './older_rows.ts'
import type { Hints } from '../wanted/hints.ts'
import type { Schema } from '../schema/types.ts'
import type { Decided, Loss } from './decisions.ts'
import { E_ANSWER_NOT_UNDERSTOOD } from '../errors.ts'
import type { Answers, Question, QuestionKind } from './questions.ts'
import type { Change, ChangeKind, ChangeOf, Rename } from '../compare/changes.ts'

/** What decisions are made from. `from` and the changes have the names after all renames */
export type Situation = {
  renames: Rename[]
  changes: Change[]
  from: Schema
  to: Schema
  hints: Hints
  answers: Answers

  /** The developer's database, where there is one */
  rows: Rows | null
}

/** What is decided about a change */
export type Verdict = Partial<Omit<Decided, 'change'>>

export type Decider<K extends ChangeKind> = (
  change: ChangeOf<K>,
  deciding: Deciding
) => Verdict | Promise<Verdict>

/**
 * What those who decide about single changes have in common: what is there, what was asked and
 * answered, and the rows.
 */
export class Deciding {
  questions: Question[] = []

  /** The ids of all questions that there are, open or answered */
  known: string[] = []

  /** What goes and is kept elsewhere, by its name: how it comes back, and what is lost of it */
  readonly kept = new Map<string, { back: string; lost: Loss | null }>()

  readonly names: OldNames
  readonly olderRows: OlderRows

  constructor(readonly situation: Situation) {
    this.names = new OldNames(situation.renames)
    this.olderRows = new OlderRows(situation, this.names)
  }

  /** The changes of a kind. */
  all<K extends ChangeKind>(kind: K): ChangeOf<K>[] {
    return this.situation.changes.filter((one): one is ChangeOf<K> => one.kind === kind)
  }

  /**
   * The answer to a question, or undefined where it is open from now on.
   *
   * @param otherwise stands for an answer where no row is concerned
   * @throws E_ANSWER_NOT_UNDERSTOOD the answer is none of the choices
   */
  ask(question: Omit<Question, 'kind'>, otherwise?: string): string | undefined {
    const answer = this.answerTo(question.id)
    if (answer !== undefined) return understood(answer, question)
    if (question.rows === 0 && otherwise !== undefined) return otherwise

    const kind = question.id.slice(0, question.id.indexOf(':')) as QuestionKind
    this.questions.push({ ...question, kind })
    return undefined
  }

  /** What was answered to a question that may be, but need not be asked. */
  answerTo(id: Question['id']): string | undefined {
    this.known.push(id)
    return this.situation.answers[id]
  }

  /** The number of rows, null where it cannot be known. */
  async count(sql: string | null) {
    return sql === null ? null : ((await this.situation.rows?.count(sql)) ?? null)
  }

  /** Some rows, for a question. */
  async examples(sql: string | null) {
    const examples = sql === null ? null : await this.situation.rows?.examples(sql)
    return examples?.length ? { examples } : {}
  }
}

function understood(answer: string, { id, choices, open }: Omit<Question, 'kind'>) {
  const isChoice = choices.some(({ value }) => value === answer)
  if (isChoice || (open && answer.trim() !== '')) return answer

  const possible = [...choices.map(({ value }) => value), ...(open ? [open.what] : [])]
  throw new E_ANSWER_NOT_UNDERSTOOD(
    `"${answer}" is no answer to "${id}". Possible: ${possible.join(', ')}.`
  )
}
