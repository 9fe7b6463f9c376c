import { pair } from './pairing.ts'
import type { Rename } from './changes.ts'
import type { Names, Pair } from './pairing.ts'
import type { Hints } from '../wanted/hints.ts'
import type { Schema } from '../schema/types.ts'
import type { Answers, Choice, Question } from '../decide/questions.ts'

/** Names of one kind that are told apart, and how their questions are put */
export type Asked = Omit<Names, 'answerFor'> & {
  /** How the question calls it: `The column articles.title` */
  called: (name: string) => string

  /** What a name may have become, likeliest first */
  candidates: (name: string, added: string[]) => Choice[]

  /** Renames that follow from those that were decided */
  following?: (pairs: Pair[], removed: string[], added: string[]) => Pair[]
}

/**
 * What was found so far of names that became others: tables first, then what is in them.
 */
export class Search {
  renames: Rename[] = []
  questions: Question[] = []

  /** The questions that there are, asked or answered */
  known: string[] = []

  constructor(
    readonly from: Schema,
    readonly to: Schema,
    readonly hints: Hints,
    readonly answers: Answers
  ) {}

  /** The renames among these names. What is open becomes a question. */
  among(asked: Asked): Pair[] {
    const { from, to, id } = asked
    const pairs = pair({ ...asked, answerFor: (name) => this.answers[id(name)] })
    const { following = () => [] } = asked
    pairs.push(...following(pairs, gone(from, to, pairs), come(from, to, pairs)))

    const added = come(from, to, pairs)
    for (const name of gone(from, to, pairs)) this.#ask(name, added, asked)

    this.known.push(...pairs.map((one) => id(one.from)))
    return pairs
  }

  #ask(name: string, added: string[], { id, called, candidates, hinted }: Asked) {
    this.known.push(id(name))
    if (this.answers[id(name)] === 'drop') return

    const taken = Object.keys(hinted).find((now) => hinted[now] === name)
    const choices = candidates(name, added)
    if (choices.length === 0 && !taken) return

    const what = taken
      ? `${called(name)} is to be called "${taken}" now, as renamedFrom says, but there is a "${taken}" already. Take renamedFrom out, or drop "${taken}" in a migration of its own first. Or does "${name}" go?`
      : `${called(name)} is not there any more. Has it got another name, or does it go?`
    this.questions.push({
      id: id(name) as Question['id'],
      kind: 'rename',
      message: what,
      choices: [...choices, drop],
      rows: null,
    })
  }

  /** Tables that are there on both sides, under the names of before and of now. */
  tables(): Pair[] {
    const renames = this.renames.filter(({ kind }) => kind === 'table')
    return kept(Object.keys(this.from.tables), Object.keys(this.to.tables), renames)
  }

  /** Columns of a table that are there on both sides. */
  columns(table: Pair): Pair[] {
    const renames = this.renames.filter((one) => one.kind === 'column' && one.table === table.to)
    const [from, to] = [this.from.tables[table.from], this.to.tables[table.to]]
    return kept(Object.keys(from.columns), Object.keys(to.columns), renames)
  }

  /** Native enums that are there on both sides. */
  enums(): Pair[] {
    const renames = this.renames.filter(({ kind }) => kind === 'enumType')
    return kept(Object.keys(this.from.enums), Object.keys(this.to.enums), renames)
  }
}

const drop: Choice = { value: 'drop', label: 'It goes, with all that it holds', losesData: true }

function gone(from: string[], to: string[], pairs: Pair[]) {
  return from.filter((name) => !to.includes(name) && !pairs.some((one) => one.from === name))
}

function come(from: string[], to: string[], pairs: Pair[]) {
  const isFree = (name: string) => !from.includes(name) || pairs.some((one) => one.from === name)
  return to.filter((name) => isFree(name) && !pairs.some((one) => one.to === name))
}

function kept(from: string[], to: string[], renames: Pair[]): Pair[] {
  return to.flatMap((name) => {
    const renamed = renames.find((one) => one.to === name)
    if (renamed) return [{ from: renamed.from, to: name }]

    const hasStayed = from.includes(name) && !renames.some((one) => one.from === name)
    return hasStayed ? [{ from: name, to: name }] : []
  })
}
