import { escapeLiteral } from 'pg'

import { isUnique } from './unique_fills.ts'
import type { Choice } from './questions.ts'
import type { Deciding } from './deciding.ts'
import type { Column } from '../schema/types.ts'
import { typeParts, unquoted } from './conversions/type_parts.ts'

const emptyText = { value: `''`, label: 'An empty text' }
const zero = { value: '0', label: 'Zero' }
const now = { value: 'now()', label: 'The moment when the migration runs' }
const uuid = { value: 'gen_random_uuid()', label: 'A value of its own for each row' }

/** What may stand in older rows, by the type of the column */
export const literals: Record<string, Choice[]> = {
  'text': [emptyText],
  'character varying': [emptyText],
  'character': [emptyText],
  'smallint': [zero],
  'integer': [zero],
  'bigint': [zero],
  'numeric': [zero],
  'real': [zero],
  'double precision': [zero],
  'boolean': [
    { value: 'false', label: 'No' },
    { value: 'true', label: 'Yes' },
  ],
  'date': [{ value: 'CURRENT_DATE', label: 'The day when the migration runs' }],
  'timestamp without time zone': [now],
  'timestamp with time zone': [now],
  'interval': [{ value: `'0'`, label: 'No time at all' }],
  'json': [{ value: `'{}'`, label: 'An empty object' }],
  'jsonb': [{ value: `'{}'`, label: 'An empty object' }],
  'uuid': [uuid],
}

/** Values for older rows that are likely to be meant. */
export function literalsFor(table: string, column: Column, deciding: Deciding): Choice[] {
  const { to } = deciding.situation
  if (isUnique(table, column.name, to)) return typeParts(column.type).name === 'uuid' ? [uuid] : []
  if (column.type.endsWith('[]')) return [{ value: `'{}'`, label: 'An empty list' }]
  if (pointsSomewhere(table, column.name, deciding)) return []

  const words = column.words?.values ?? to.enums[unquoted(column.type)]?.values
  if (words) return words.map((word) => ({ value: escapeLiteral(word), label: `The word ${word}` }))

  return literals[typeParts(column.type).name] ?? []
}

function pointsSomewhere(table: string, column: string, { situation }: Deciding) {
  const constraints = Object.values(situation.to.tables[table].constraints)
  return constraints.some(({ kind, columns }) => kind === 'foreign' && columns.includes(column))
}
