import { quote } from '../schema/names.ts'
import type { Loss } from './decisions.ts'
import type { Deciding } from './deciding.ts'
import { typeParts } from './conversions/type_parts.ts'
import type { Column, Table } from '../schema/types.ts'

/**
 * Words in a column that become rows of a table of their own: the column goes, and a foreign key
 * comes that points to the rows with these words.
 */
export type Lookup = {
  table: string

  /** The column with the words, and the foreign key */
  column: string
  key: string

  /** The table of the words, its key, and the column that has them there */
  target: string
  targetKey: string
  word: string
}

/** What a new foreign key takes the place of, where a column goes whose words its target has. */
export function lookupFor(table: string, key: string, deciding: Deciding): Lookup | undefined {
  const { to } = deciding.situation
  const pointer = Object.values(to.tables[table].constraints).find(
    ({ foreign, columns }) => foreign !== null && columns.length === 1 && columns[0] === key
  )?.foreign
  const gone = deciding.all('dropColumn').find((one) => one.table === table && isText(one.column))
  const word = pointer && uniqueText(to.tables[pointer.table])
  if (!pointer || !gone || !word) return undefined

  const { table: target, columns } = pointer
  return { table, column: gone.column.name, key, target, targetKey: columns[0], word }
}

/** The same, seen from a new table that the words may go to. */
export function lookupInto({ name }: Table, deciding: Deciding): Lookup | undefined {
  for (const { table, column } of deciding.all('addColumn')) {
    const lookup = lookupFor(table, column.name, deciding)
    if (lookup?.target === name) return lookup
  }
  return undefined
}

function isText({ type }: Column) {
  const { family, isList } = typeParts(type)
  return family === 'text' && !isList
}

/** The first column of text of which each row has another. */
function uniqueText({ columns, constraints }: Table) {
  const unique = Object.values(constraints).filter(({ kind }) => kind === 'unique')
  return Object.values(columns).find(
    (column) => isText(column) && unique.some((one) => one.columns.join() === column.name)
  )?.name
}

/** Whether rows can be made of a word alone. */
export function needsOnlyWord({ word, target }: Lookup, { situation }: Deciding) {
  return Object.values(situation.to.tables[target].columns).every(
    ({ name, nullable, default: standard, identity, serial, generated }) =>
      name === word || nullable || standard !== null || identity || serial || generated
  )
}

/** A row for each word. */
export function rowsOfWords({ table, column, target, word }: Lookup) {
  const name = quote(column)
  return `insert into ${quote(target)} (${quote(word)}) select distinct ${name} from ${quote(table)} where ${name} is not null`
}

/** The key of the row that has the word, and the word that a key stands for. */
export function found({ table, column, key, target, targetKey, word }: Lookup) {
  const [own, other] = [quote(table), quote(target)]
  const pick = (given: string, name: string, from: string) =>
    `(select ${other}.${quote(given)} from ${other} where ${other}.${quote(name)} = ${own}.${quote(from)})`

  return { forth: pick(targetKey, word, column), back: pick(word, targetKey, key) }
}

/** Words that no row of the target has. */
export function lostWords(
  { table, column, target, word }: Lookup,
  deciding: Deciding
): Loss | null {
  const { olderRows, names } = deciding
  if (!olderRows.has(target)) return null

  const [own, other] = [
    olderRows.of(table, [column], 'own'),
    olderRows.of(target, [word], 'target'),
  ]
  return {
    what: `${names.of(table, column)} (that no row of ${target} has as ${word})`,
    rows: `select count(*) from ${own} where own.${quote(column)} is not null and not exists (select from ${other} where target.${quote(word)} = own.${quote(column)})`,
  }
}
