import type { Readers } from './reader.ts'
import { rowReaders } from './rows.ts'
import { typeReaders } from './types.ts'
import { tableReaders } from './tables.ts'
import { objectReaders } from './objects.ts'
import type { Operation, Read } from '../operations.ts'
import type { SqlStatement } from '../sql_statement.ts'

const readers: Readers = { ...tableReaders, ...typeReaders, ...objectReaders, ...rowReaders }

/** What a statement does. Kinds that nobody reads are `other`. */
export function operationsOf(statement: SqlStatement): Operation[] {
  const read = readers[statement.kind] as ((node: unknown, of: SqlStatement) => Read[]) | undefined
  const node = Object.values(statement.node)[0]
  const operations = read?.(node, statement) ?? [{ kind: 'other', repeatable: false } as const]

  return operations.map((operation) => ({ ...operation, statement }) as Operation)
}
