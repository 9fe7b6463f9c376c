import { quote } from '../schema/names.ts'
import type { Choice } from './questions.ts'
import { decideViolations } from './violations.ts'
import type { Constraint } from '../schema/types.ts'
import type { Deciding, Verdict } from './deciding.ts'

/** Rows that a new foreign key refuses because they point to nothing. */
export async function decideReference(
  table: string,
  key: Constraint,
  deciding: Deciding
): Promise<Verdict> {
  const orphans = orphansOf(table, key, deciding)
  if (orphans === undefined) return {}

  const { answer, verdict } = await decideViolations(
    {
      rule: key.name,
      count: orphans && `select count(*)${orphans}`,
      examples:
        orphans &&
        `select concat_ws(', ', ${own(key)})${orphans} group by ${own(key)} order by 1 limit 10`,
      breaks: `of ${deciding.names.table(table)} point to no row of ${deciding.names.table(key.foreign!.table)}`,
      repairs: repairsOf(table, key, deciding),
    },
    deciding
  )
  if (answer === undefined || answer === 'stop') return verdict

  const old = key.columns.map((column) => deciding.names.of(table, column)).join(', ')
  return {
    repair: answer as 'delete' | 'empty',
    losses: orphans
      ? [
          {
            what:
              answer === 'delete'
                ? `rows of ${deciding.names.table(table)} (${old} points to nothing)`
                : `${old} (where it points to nothing)`,
            rows: `select count(*)${orphans}`,
          },
        ]
      : [],
  }
}

const own = ({ columns }: Constraint) => columns.map((name) => `own.${quote(name)}`).join(', ')

/** What follows `select` for rows that point nowhere. Undefined where there can be none, null where none can tell. */
function orphansOf(
  table: string,
  { columns, foreign }: Constraint,
  { olderRows, situation }: Deciding
) {
  const { table: target, columns: targets } = foreign!
  const isEmpty = columns.some((name) => {
    const { nullable, default: standard } = situation.to.tables[table].columns[name]
    return (
      !olderRows.hasColumn(table, name) &&
      nullable &&
      standard === null &&
      !olderRows.knows(table, name)
    )
  })
  if (isEmpty) return undefined

  const from = olderRows.of(table, columns, 'own')
  if (from === null) return null

  const given = columns.map((name) => `own.${quote(name)} is not null`).join(' and ')
  const rows = ` from ${from} where ${given}`
  if (!olderRows.has(target)) return rows

  const to = olderRows.of(target, targets, 'target')
  const same = columns.map((name, at) => `target.${quote(targets[at])} = own.${quote(name)}`)
  return to && `${rows} and not exists (select from ${to} where ${same.join(' and ')})`
}

function repairsOf(
  table: string,
  { columns }: Constraint,
  { situation, names }: Deciding
): Choice[] {
  const isNullable = columns.every((name) => situation.to.tables[table].columns[name].nullable)
  const old = names.table(table)
  return [
    { value: 'delete', label: `These rows of ${old} are deleted`, losesData: true },
    ...(isNullable
      ? [{ value: 'empty', label: 'They point to nothing from now on', losesData: true }]
      : []),
  ]
}
