import type { A_Const as Constant } from 'libpg-query'

import { rule } from '../rule.ts'
import type { Operation } from '../operations.ts'
import { quote } from '../../schema/names.ts'
import { oneByOne, together } from '../safe_files.ts'
import { nodesWithin } from '../reading/nodes_within.ts'

/** Values that are added to enums. */
export const enumRules = [
  rule({
    code: 'enum-value-used-at-once',
    title: 'A new value of an enum is used in the transaction that adds it',
    why: 'PostgreSQL refuses that until the transaction is over, and the migration fails.',
    on: ['addEnumValue'],
    found: ({ value }, { migration, operations, index }) =>
      migration.transactional && uses(operations.slice(index + 1), value).length > 0,
    safeWay: ({ statement, value }, { operations, index }) => ({
      files: [
        oneByOne(repeatable(statement.text)),
        together(...uses(operations.slice(index + 1), value)),
      ],
    }),
  }),
  rule({
    code: 'enum-value-order',
    title: 'A new value of an enum without a place',
    why: 'It comes last, which is what `order by` and comparisons go by, and moving it later takes a new type.',
    on: ['addEnumValue'],
    covers: ['squawk require-enum-value-ordering'],
    severity: 'notice',
    generated: 'allowed',
    found: ({ placed }) => !placed,
    safeWay: ({ type, value }) => ({
      say: `If it belongs elsewhere: \`alter type ${quote(type)} add value '${value}' before '<the next one>'\`.`,
      files: [],
    }),
  }),
]

/** The statements that name a value, each once. */
function uses(operations: Operation[], value: string) {
  const found = operations.filter(({ statement }) =>
    nodesWithin<Constant>(statement.node, 'A_Const').some(({ sval }) => sval?.sval === value)
  )
  return [...new Set(found.map(({ statement }) => statement.text))]
}

function repeatable(sql: string) {
  return /if\s+not\s+exists/i.test(sql) ? sql : sql.replace(/add\s+value/i, '$& if not exists')
}
