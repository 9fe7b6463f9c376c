import { inner } from './clauses.ts'
import { quote } from '../schema/names.ts'
import { isForeseeable } from './foresight.ts'
import { decideViolations } from './violations.ts'
import type { Constraint } from '../schema/types.ts'
import type { Deciding, Verdict } from './deciding.ts'

/** Rows that a new check refuses. */
export async function decideCheck(
  table: string,
  check: Constraint,
  deciding: Deciding
): Promise<Verdict> {
  const { olderRows } = deciding
  const isThere = (name: string) => olderRows.hasColumn(table, name)
  const isKnown = (name: string) => isThere(name) || olderRows.knows(table, name)
  if (check.columns.length > 0 && !check.columns.some(isKnown)) return {}

  const source = olderRows.of(table, check.columns)
  const condition = inner(check.definition, 'CHECK')
  const canBeAsked = condition && isForeseeable(condition, table, deciding.situation, check.columns)
  const broken = source && canBeAsked && ` from ${source} where not (${condition})`
  const column = quote(check.columns[0] ?? '')

  const { verdict } = await decideViolations(
    {
      rule: check.name,
      count: broken ? `select count(*)${broken}` : null,
      examples:
        broken && check.columns.length === 1
          ? `select ${column}::text${broken} group by 1 order by 1 limit 10`
          : null,
      unknown: check.columns.some(isThere) ? null : 0,
      breaks: `of ${deciding.names.table(table)} do not meet ${check.source ?? condition}`,
    },
    deciding
  )
  return verdict
}
