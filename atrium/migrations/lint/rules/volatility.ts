import type { FuncCall } from 'libpg-query'

import { nameOf } from '../reading/names.ts'
import type { DefaultValue } from '../operations.ts'
import { nodesWithin } from '../reading/nodes_within.ts'

/** Functions that give the same value for all rows of a statement. Any other may not. */
const STEADY = new Set([
  'now',
  'transaction_timestamp',
  'statement_timestamp',
  'to_timestamp',
  'to_date',
  'to_char',
  'date_trunc',
  'timezone',
  'make_date',
  'make_interval',
  'make_timestamptz',
  'lower',
  'upper',
  'concat',
  'repeat',
  'md5',
  'array_fill',
  'jsonb_build_object',
  'jsonb_build_array',
  'to_jsonb',
  'current_setting',
])

/** Whether a default has to be computed for each row by itself. */
export function isVolatile(value: DefaultValue | null) {
  return nodesWithin<FuncCall>(value?.node, 'FuncCall').some(
    ({ funcname }) => !STEADY.has(nameOf(funcname))
  )
}
