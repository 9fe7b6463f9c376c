import type { A_Const as Constant, TypeName } from 'libpg-query'

import { nameOf } from './names.ts'
import { nodesWithin } from './nodes_within.ts'

/** Types whose name in the parser is not the one that PostgreSQL shows. */
const SHOWN: Record<string, string> = {
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  bool: 'boolean',
  varchar: 'character varying',
  bpchar: 'character',
  timestamptz: 'timestamp with time zone',
  timetz: 'time with time zone',
}

/** A type as PostgreSQL's `format_type` shows it: `character varying(200)`, `numeric(20,4)`, `text[]`. */
export function typeText(type: TypeName | undefined) {
  const name = nameOf(type?.names)
  const [first, ...rest] = (SHOWN[name] ?? name).split(' with ')
  const sizes = nodesWithin<Constant>(type?.typmods, 'A_Const').map(({ ival }) => ival?.ival ?? 0)
  const size = sizes.length > 0 && name !== 'interval' ? `(${sizes.join(',')})` : ''

  return [`${first}${size}`, ...rest].join(' with ') + '[]'.repeat(type?.arrayBounds?.length ?? 0)
}
