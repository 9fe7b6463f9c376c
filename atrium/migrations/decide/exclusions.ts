import { decideViolations } from './violations.ts'
import type { Constraint } from '../schema/types.ts'
import type { Deciding, Verdict } from './deciding.ts'
import { inner, partsOf, predicateOf } from './clauses.ts'

/** Pairs of rows that a new exclusion refuses. */
export async function decideExclusion(
  table: string,
  { name, columns, definition }: Constraint,
  deciding: Deciding
): Promise<Verdict> {
  const elements = partsOf(inner(definition, 'USING') ?? '').map((part) => part.split(/ WITH /i))
  const values = elements.map(
    ([value], index) => `${value.replace(/\s+\w+_ops$/i, '')} as k${index}`
  )
  const clashes = elements.map(([, operator], index) => `a.k${index} ${operator} b.k${index}`)
  const predicate = predicateOf(definition)

  const source = deciding.olderRows.of(table, columns)
  const count =
    source &&
    `with numbered as (select row_number() over () as n, ${values.join(', ')} from ${source}` +
      `${predicate ? ` where ${predicate}` : ''}) ` +
      `select count(*) from numbered a join numbered b on a.n < b.n and ${clashes.join(' and ')}`

  const { verdict } = await decideViolations(
    {
      rule: name,
      count,
      examples: null,
      counted: ['pair of rows', 'pairs of rows'],
      breaks: `of ${deciding.names.table(table)} clash`,
    },
    deciding
  )
  return verdict
}
