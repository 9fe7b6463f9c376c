import type { Constraint, Node } from 'libpg-query'

import type { Read } from '../operations.ts'
import { columnsWithin } from './nodes_within.ts'
import { relationName, words } from './names.ts'
import type { SqlStatement } from '../sql_statement.ts'

type Added = Extract<Read, { kind: 'addConstraint' }>

/** The constraints that are operations, and how PostgreSQL ends a name that nobody gave. */
const TYPES: Record<string, { type: Added['type']; ending: string }> = {
  CONSTR_CHECK: { type: 'check', ending: 'check' },
  CONSTR_FOREIGN: { type: 'foreign', ending: 'fkey' },
  CONSTR_UNIQUE: { type: 'unique', ending: 'key' },
  CONSTR_PRIMARY: { type: 'primary', ending: 'pkey' },
  CONSTR_EXCLUSION: { type: 'exclude', ending: 'excl' },
}

/**
 * A constraint that a statement adds, as far as it is one of its own: defaults and NOT NULL belong
 * to their columns.
 *
 * @param column The column that it is said with, if it is
 * @param end Where it ends, in bytes, when it is not the last thing said about the column
 */
export function readConstraint(
  statement: SqlStatement,
  table: string,
  constraint: Constraint,
  column?: { name: string; filled: boolean; end?: number }
): Added[] {
  const known = TYPES[constraint.contype ?? '']
  if (!known) return []

  const columns = column ? [column.name] : columnsOf(constraint)
  const about = known.type === 'primary' ? [] : columns
  return [
    {
      kind: 'addConstraint',
      table,
      constraint: constraint.conname ?? [table, ...about, known.ending].join('_'),
      named: constraint.conname !== undefined,
      type: known.type,
      columns,
      definition: definitionOf(statement, constraint, column?.end),
      notValid: constraint.skip_validation ?? false,
      usingIndex: constraint.indexname !== undefined,
      notNull: notNullColumn(constraint.raw_expr),
      references: constraint.pktable ? relationName(constraint.pktable) : null,
      withColumn: column ? (column.filled ? 'filled' : 'empty') : null,
    },
  ]
}

function columnsOf({ keys, fk_attrs: own, raw_expr: expression, exclusions }: Constraint) {
  if (expression) return columnsWithin(expression)
  const excluded = (exclusions ?? []).flatMap((node) =>
    'List' in node
      ? (node.List.items ?? []).flatMap((item) =>
          'IndexElem' in item && item.IndexElem.name ? [item.IndexElem.name] : []
        )
      : []
  )
  return [...words(keys), ...words(own), ...excluded]
}

/** Without `constraint <name>` in front and `not valid` behind. */
function definitionOf(statement: SqlStatement, { location = 0, conname }: Constraint, to?: number) {
  const end = to ?? statement.endOfMember(location)
  const tokens = statement.tokens.filter(({ start }) => start >= location && start < end)
  const [first, , third] = tokens
  const start = conname && first.text.toLowerCase() === 'constraint' ? third.start : location
  const [notWord, validWord] = tokens.slice(-2)
  const hasTail = `${notWord?.text} ${validWord?.text}`.toLowerCase() === 'not valid'

  return statement.slice(start, hasTail ? notWord.start : end)
}

/** The column, where an expression is `column is not null` and nothing else. */
function notNullColumn(expression: Node | undefined) {
  if (!expression || !('NullTest' in expression)) return null

  const { nulltesttype: type, arg } = expression.NullTest
  return type === 'IS_NOT_NULL' && arg && 'ColumnRef' in arg ? columnsWithin(arg)[0] : null
}
