import type { Lookup } from './lookups.ts'
import type { Table } from '../schema/types.ts'
import type { Choice, Question } from './questions.ts'
import type { Deciding, Verdict } from './deciding.ts'
import { found, lookupFor, lookupInto, lostWords, needsOnlyWord, rowsOfWords } from './lookups.ts'

const empty: Choice = { value: 'empty', label: 'Nothing: what rows had is lost', losesData: true }

/** What a new table has in it, where a column goes whose words can be its rows. */
export async function fillWithWords(table: Table, deciding: Deciding): Promise<Verdict> {
  const lookup = lookupInto(table, deciding)
  if (!lookup || !needsOnlyWord(lookup, deciding)) return {}

  const of = `${lookup.table}.${lookup.column}`
  const answer = deciding.ask({
    id: `fill:${table.name}`,
    message: `${table.name} is new, and ${of} goes. What is in ${table.name} to begin with?`,
    choices: [{ value: `copy:${of}`, label: `A row for each word of ${of}` }, empty],
    rows: null,
  })
  if (answer === undefined || answer === 'empty') return {}

  deciding.kept.set(of, { back: found(lookup).back, lost: null })
  return { fill: rowsOfWords(lookup) }
}

/**
 * What a new foreign key points to, where a column goes whose words its target has.
 *
 * @returns undefined where there is no such column
 */
export async function fillByWord(table: string, key: string, deciding: Deciding) {
  const lookup = lookupFor(table, key, deciding)
  if (!lookup) return undefined

  const of = `${table}.${lookup.column}`
  if (deciding.kept.has(of)) return { fill: found(lookup).forth }
  if (!deciding.olderRows.has(lookup.target)) return afterItsTable(lookup, deciding)

  const lost = lostWords(lookup, deciding)
  const rows = await deciding.count(lost && lost.rows)
  const { nullable } = deciding.situation.to.tables[table].columns[key]
  const answer = deciding.ask({
    id: `fill:${table}.${key}` as Question['id'],
    message: `${table}.${key} is new, and ${of} goes. What does ${key} point to? ${rows ?? 'Nobody knows how many'} rows have a word that ${lookup.target}.${lookup.word} has not.`,
    choices: [
      {
        value: `copy:${of}`,
        label: `The row of ${lookup.target} whose ${lookup.word} is the word`,
      },
      ...(nullable ? [empty] : []),
    ],
    open: { what: 'SQL, which may name other columns of the row', example: found(lookup).forth },
    rows,
  })
  if (answer === `copy:${of}`) {
    deciding.kept.set(of, { back: found(lookup).back, lost })
    return { fill: found(lookup).forth }
  }
  return { fill: answer === 'empty' ? undefined : answer }
}

/** Nothing is asked as long as it is open what the new table has in it. */
function afterItsTable(lookup: Lookup, deciding: Deciding) {
  const isOpen =
    needsOnlyWord(lookup, deciding) &&
    deciding.situation.answers[`fill:${lookup.target}`] === undefined
  return isOpen ? { fill: undefined } : undefined
}
