import { AggregateStatement } from './aggregate_statement.ts'
import { clientOf, run } from './run.ts'
import { withinTime } from './time_budget.ts'
import type { AggregateRow } from './aggregate.ts'
import type { RowKey, RowsQuery } from '../service/types.ts'
import type { ServiceContext } from '../service/resource_service.ts'

/** How often each value of a field comes up */
export type Facet = {
  /** A field or a to-one relation */
  field: string
  label: string

  /** The most frequent first; empty when the time was not enough */
  values: FacetValue[]

  /** Whether there are others beside them */
  hasMore: boolean

  /** False when the time was not enough */
  isReady: boolean
}

export type FacetValue = {
  /** As the model's own code has it; null where rows have none */
  value: unknown
  label: string | null

  /** The row that the relation leads to */
  key?: RowKey
  count: number
}

/** Milliseconds for all of them unless said */
const BUDGET = 300

/** Values of a facet */
const VALUES = 20

/**
 * How often each value of some fields comes up. Those that do not get ready in time are left empty.
 *
 * @throws E_NOT_ALLOWED, E_FILTER, E_UNKNOWN_NAME
 */
export async function facets(
  { access, ...rest }: ServiceContext,
  { fields, budget = BUDGET, ...query }: RowsQuery & { fields: string[]; budget?: number }
): Promise<Facet[]> {
  const end = performance.now() + budget
  const statements = fields.map((name) => {
    const one = { ...query, by: [name], measures: { count: { of: 'count' } }, size: VALUES + 1 }
    return { name, statement: new AggregateStatement(access, one as any) }
  })

  const found: Facet[] = []
  for (const { name, statement } of statements) {
    const rows = await withinTime(clientOf(rest), end - performance.now(), (trx) =>
      run(trx, statement.sql)
    )
    const values = (rows ?? []).map((raw) =>
      valueIn(access.resource.fields, name, statement.row(raw))
    )
    found.push({
      field: name,
      label: (access.resource.fields.get(name) ?? access.resource.relation(name)).label,
      values: values.slice(0, VALUES),
      hasMore: values.length > VALUES,
      isReady: rows !== undefined,
    })
  }
  return found
}

function valueIn(
  fields: ServiceContext['resource']['fields'],
  name: string,
  { group, labels, values }: AggregateRow
): FacetValue {
  const value = group[name]
  const [relation] = Object.keys(labels)
  const row = labels[relation]
  const choice = fields.get(name)?.choices?.find((one) => one.value === value)

  return {
    value,
    label: relation ? (row?.title ?? null) : (choice?.label ?? textOf(value)),
    ...(row && { key: row.key }),
    count: values.count,
  }
}

function textOf(value: unknown) {
  return value === null ? null : String(value)
}
