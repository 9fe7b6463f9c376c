import { quote } from '../schema/names.ts'
import { decideViolations } from './violations.ts'
import type { Deciding, Verdict } from './deciding.ts'
import { inner, partsOf, predicateOf } from './clauses.ts'
import type { Constraint, Index } from '../schema/types.ts'

/** What no two rows may have in common */
type Keys = {
  rule: string
  table: string
  columns: string[]
  keys: string[]
  predicate: string | null

  /** Rows without a value count as equal too */
  withEmpty: boolean
}

/** Groups of rows that a new unique rule, or a new primary key, refuses. */
export function decideUniqueConstraint(
  table: string,
  { name, kind, columns, definition }: Constraint,
  deciding: Deciding
): Promise<Verdict> {
  return decideDoubles(
    {
      rule: name,
      table,
      columns,
      keys: columns.map(quote),
      predicate: null,
      withEmpty: kind !== 'primary' && isEmptyEqual(definition),
    },
    deciding
  )
}

/** The same for an index, which may be about expressions and some rows only. */
export function decideUniqueIndex(
  { name, table, columns, definition }: Index,
  deciding: Deciding
): Promise<Verdict> {
  return decideDoubles(
    {
      rule: name,
      table,
      columns,
      keys: partsOf(inner(definition, 'USING') ?? '').map(bare),
      predicate: predicateOf(definition),
      withEmpty: isEmptyEqual(definition),
    },
    deciding
  )
}

const isEmptyEqual = (definition: string) => /NULLS NOT DISTINCT/i.test(definition)

/** A part of an index without its order and its operators. */
function bare(part: string) {
  return part
    .replace(/\s+NULLS (FIRST|LAST)$/i, '')
    .replace(/\s+(ASC|DESC)$/i, '')
    .replace(/\s+\w+_ops$/i, '')
}

async function decideDoubles(
  { rule, table, columns, keys, predicate, withEmpty }: Keys,
  deciding: Deciding
): Promise<Verdict> {
  if (!columns.some((column) => deciding.olderRows.hasColumn(table, column))) return {}

  const conditions = [
    ...(predicate ? [`(${predicate})`] : []),
    ...(withEmpty ? [] : keys.map((key) => `(${key}) is not null`)),
  ]
  const where = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''
  const source = deciding.olderRows.of(table, columns)
  const groups = source && ` from ${source}${where} group by ${keys.join(', ')} having count(*) > 1`

  const { verdict } = await decideViolations(
    {
      rule,
      count: groups && `select count(*) from (select 1${groups}) as doubles`,
      examples:
        groups &&
        `select concat_ws(', ', ${keys.join(', ')}) || ' (' || count(*) || ' rows)'${groups} order by count(*) desc limit 10`,
      counted: ['group of rows', 'groups of rows'],
      breaks: `of ${deciding.names.table(table)} have the same ${keys.join(', ')}`,
    },
    deciding
  )
  return verdict
}
