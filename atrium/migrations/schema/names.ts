import { createHash } from 'node:crypto'
import { escapeIdentifier } from 'pg'

import { reservedWords } from './reserved_words.ts'

/** PostgreSQL keeps so many bytes of a name and drops the rest */
export const LONGEST_NAME = 63

/** What the conventional names end in */
export type Suffix = 'pkey' | 'unique' | 'index' | 'foreign' | 'check' | 'check_2' | 'exclude'

/**
 * What a constraint or index is called unless it was given a name: `<table>_<columns>_<suffix>`. A
 * name that is too long is cut, and gets a hash of the whole that tells it from its like.
 */
export function conventionalName(table: string, columns: string[], suffix: Suffix) {
  return shortened([table, ...columns].join('_'), suffix)
}

/** The names by convention of all that a table may have. */
export const nameOf = {
  primary: (table: string) => conventionalName(table, [], 'pkey'),
  unique: (table: string, columns: string[]) => conventionalName(table, columns, 'unique'),
  index: (table: string, columns: string[]) => conventionalName(table, columns, 'index'),
  foreign: (table: string, columns: string[]) => conventionalName(table, columns, 'foreign'),
  check: (table: string, columns: string[]) => conventionalName(table, columns, 'check'),

  /** Of a condition on a column beside the one that keeps the words of its enum. */
  secondCheck: (table: string, columns: string[]) => conventionalName(table, columns, 'check_2'),
  exclude: (table: string, columns: string[]) => conventionalName(table, columns, 'exclude'),
}

/**
 * A name with something behind it, such as `articles_title_index` with `old`. It stays within the
 * limit in the same way.
 */
export function shortened(name: string, suffix: string) {
  const whole = `${name}_${suffix}`
  if (Buffer.byteLength(whole) <= LONGEST_NAME) return whole

  const hash = createHash('sha256').update(whole).digest('hex').slice(0, 8)
  const end = `_${hash}_${suffix}`
  return cut(name, LONGEST_NAME - Buffer.byteLength(end)) + end
}

/** As many whole characters as fit into so many bytes. */
function cut(text: string, bytes: number) {
  const characters = [...text]
  while (Buffer.byteLength(characters.join('')) > bytes) characters.pop()
  return characters.join('')
}

/** A name as it is written in SQL: in quotes only where PostgreSQL would read it as something else. */
export function quote(name: string) {
  const isPlain = /^[a-z_][a-z0-9_]*$/.test(name) && !reservedWords.has(name)
  return isPlain ? name : escapeIdentifier(name)
}

/** Several names with commas between them. */
export function quoteAll(names: string[]) {
  return names.map(quote).join(', ')
}

/** Text as it is written in SQL. */
export function quoteText(text: string) {
  return `'${text.replaceAll("'", "''")}'`
}
