import type { DeleteStmt, InsertStmt, MergeStmt, UpdateStmt } from 'libpg-query'

import { relationName } from './names.ts'
import type { Readers } from './reader.ts'
import type { Read } from '../operations.ts'
import { columnsWithin } from './nodes_within.ts'
import type { SqlStatement } from '../sql_statement.ts'

type Write = Partial<UpdateStmt & InsertStmt & DeleteStmt & MergeStmt>

/** Whether running it again changes nothing more, by verb. */
const isRepeatable: Record<string, (write: Write) => boolean> = {
  insert: ({ onConflictClause }) => onConflictClause !== undefined,
  delete: () => true,
  merge: () => false,
  update: ({ targetList = [] }) => {
    const targets = targetList.flatMap((node) => ('ResTarget' in node ? [node.ResTarget] : []))
    const read = targets.flatMap(({ val }) => columnsWithin(val))
    return targets.every(({ name }) => !read.includes(name ?? ''))
  },
}

/** Statements that read or change rows, and settings. */
export const rowReaders: Readers = {
  UpdateStmt: (node, statement) => readWrite('update', node, statement),
  InsertStmt: (node, statement) => readWrite('insert', node, statement),
  DeleteStmt: (node, statement) => readWrite('delete', node, statement),
  MergeStmt: (node, statement) => readWrite('merge', node, statement),
  SelectStmt: () => [{ kind: 'other', repeatable: true }],
  RefreshMatViewStmt: () => [{ kind: 'other', repeatable: true }],
  VariableSetStmt: () => [{ kind: 'other', repeatable: true }],
}

function readWrite(verb: string, write: Write, statement: SqlStatement): Read[] {
  return [
    {
      kind: 'write',
      table: relationName(write.relation),
      verb,
      batched: false,
      repeatable: isRepeatable[verb](write),
      where: write.whereClause ? afterWord(statement, 'where') : null,
      sets: verb === 'update' && !write.fromClause ? setsOf(write, statement) : null,
    },
  ]
}

/** What is set, where each column is set by itself. */
function setsOf({ targetList = [] }: Write, statement: SqlStatement) {
  const targets = targetList.flatMap((node) => ('ResTarget' in node ? [node.ResTarget] : []))
  if (targets.some(({ val }) => !val || 'MultiAssignRef' in val)) return null

  const where = startOf(statement, ['where', 'returning'])
  return targets.map(({ name: column = '', location = 0 }) => {
    const end = Math.min(statement.endOfMember(location), where)
    const equals = statement.tokens.find(({ start, text }) => start > location && text === '=')!
    return { column, value: statement.slice(equals.end, end) }
  })
}

/** What follows the outermost appearance of a word. */
function afterWord(statement: SqlStatement, word: string) {
  return statement.slice(startOf(statement, [word]) + word.length)
}

/** Where the outermost appearance of one of the words is. */
function startOf(statement: SqlStatement, words: string[]) {
  let depth = 0
  for (const { start, text } of statement.tokens) {
    if (text === '(') depth += 1
    if (text === ')') depth -= 1
    if (depth === 0 && words.includes(text.toLowerCase())) return start
  }
  return Infinity
}
