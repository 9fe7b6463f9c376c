import { escapeLiteral } from 'pg'

import { amountOf } from './amounts.ts'
import { quote } from '../schema/names.ts'
import type { Guard, Loss } from './decisions.ts'
import type { ChangeOf } from '../compare/changes.ts'
import { E_ANSWER_NOT_UNDERSTOOD } from '../errors.ts'
import type { Deciding, Verdict } from './deciding.ts'

type Removal = {
  table: string
  column: string
  word: string
  isNullable: boolean

  /** What there is instead */
  words: string[]
}

/** What becomes of rows that hold a word that a check allows no more. */
export async function decideChangeWords(
  { table, from, to }: ChangeOf<'changeWords'>,
  deciding: Deciding
): Promise<Verdict> {
  const words = to.words!.values
  const gone = from.words!.values.filter((word) => !words.includes(word))
  const removals = gone.map((word) => ({
    table,
    column: to.name,
    word,
    words,
    isNullable: to.nullable,
  }))
  return decideAll(removals, deciding)
}

/** The same for words of a native enum, which several columns may hold. */
export async function decideChangeEnum(
  { from, to, columns }: ChangeOf<'changeEnum'>,
  deciding: Deciding
): Promise<Verdict> {
  const gone = from.values.filter((word) => !to.values.includes(word))
  const removals = columns.flatMap(({ table, column }) =>
    gone.map((word) => ({
      table,
      column,
      word,
      words: to.values,
      isNullable: deciding.situation.from.tables[table].columns[column].nullable,
    }))
  )
  return decideAll(removals, deciding)
}

async function decideAll(removals: Removal[], deciding: Deciding): Promise<Verdict> {
  const mapping: Record<string, string | null> = {}
  const guards: Guard[] = []
  const losses: Loss[] = []

  for (const removal of removals) {
    const { table, column, word } = removal
    const count = countOf(removal, deciding)
    const answer = await ask(removal, count, deciding)
    const old = `"${word}" of ${deciding.names.of(table, column)}`

    const value = answer === 'null' ? null : answer
    if (answer === 'stop') guards.push({ count, message: `${old} goes, and rows hold it` })
    else if (value !== undefined) {
      refuseOther(mapping, word, value)
      mapping[word] = value
      losses.push({ what: `${old} (becomes ${answer})`, rows: count })
    }
  }
  return { mapping, guards, losses }
}

/** Columns of one type are converted in one way. */
function refuseOther(mapping: Verdict['mapping'] & {}, word: string, value: string | null) {
  if (!(word in mapping) || mapping[word] === value) return

  throw new E_ANSWER_NOT_UNDERSTOOD(
    `"${word}" cannot become "${mapping[word]}" in one column and "${value}" in another: give the same answer for all columns of the type.`
  )
}

function countOf({ table, column, word }: Removal, { names, situation }: Deciding) {
  const old = quote(names.column(table, column))
  const isList = situation.from.tables[table].columns[column].type.endsWith('[]')
  const holds = isList ? `= any(${old}::text[])` : `= ${old}::text`
  return `select count(*) from ${quote(names.table(table))} where ${escapeLiteral(word)} ${holds}`
}

async function ask(removal: Removal, count: string, deciding: Deciding) {
  const { table, column, word, words, isNullable } = removal
  const rows = await deciding.count(count)

  return deciding.ask(
    {
      id: `map:${table}.${column}.${word}`,
      message: `${table}.${column} cannot be "${word}" any more. ${amountOf(rows)} of ${table} are: what do they get?`,
      choices: [
        ...words.map((value) => ({ value, label: `They become "${value}"`, losesData: true })),
        ...(isNullable ? [{ value: 'null', label: 'They become empty', losesData: true }] : []),
        { value: 'stop', label: 'The migration stops where there are some' },
      ],
      rows,
    },
    'stop'
  )
}
