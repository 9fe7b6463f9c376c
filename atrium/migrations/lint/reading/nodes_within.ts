import type { ColumnRef, Node } from 'libpg-query'

import { words } from './names.ts'
import type { StatementKind } from '../sql_statement.ts'

/** All nodes of one kind within a tree, itself among them. */
export function nodesWithin<T>(tree: unknown, kind: StatementKind): T[] {
  if (Array.isArray(tree)) return tree.flatMap((branch) => nodesWithin<T>(branch, kind))
  if (tree === null || typeof tree !== 'object') return []

  return Object.entries(tree).flatMap(([name, branch]) => [
    ...(name === kind ? [branch as T] : []),
    ...nodesWithin<T>(branch, kind),
  ])
}

/** The columns that an expression reads, each once. */
export function columnsWithin(tree: Node | undefined) {
  const names = nodesWithin<ColumnRef>(tree, 'ColumnRef').map(({ fields }) => words(fields).at(-1))
  return [...new Set(names.filter((name) => name !== undefined))]
}
