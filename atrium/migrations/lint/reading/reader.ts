import type { Node } from 'libpg-query'

import type { Read } from '../operations.ts'
import type { SqlStatement, StatementKind } from '../sql_statement.ts'

type NodeOf<K extends StatementKind> = Node extends infer One
  ? One extends Record<K, infer Inner>
    ? Inner
    : never
  : never

/** What a kind of statement does, for some kinds. */
export type Readers = {
  [K in StatementKind]?: (node: NodeOf<K>, statement: SqlStatement) => Read[]
}
