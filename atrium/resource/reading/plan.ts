/** A step of a plan, as EXPLAIN says it in JSON */
export type PlanNode = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  'Recheck Cond'?: string
  'Filter'?: string
  'Sort Key'?: string[]
  'Plan Rows': number
  'Total Cost': number
  'Plans'?: PlanNode[]
}

/** Rows that are read or sorted in no time */
const FEW = 10_000

/** What a first page may cost by the planner's reckoning: about a tenth of a second */
const CHEAP = 20_000

/** The steps of a plan, each with what it works on. */
export function planLines(node: PlanNode, depth = 0): string[] {
  const index = node['Index Name'] && `by ${node['Index Name']}`
  const table = node['Relation Name'] && `on ${node['Relation Name']}`
  const condition = node['Index Cond'] ?? node['Recheck Cond']
  const parts = [
    node['Node Type'],
    table,
    index,
    node['Sort Key'] && `by ${node['Sort Key'].join(', ')}`,
    condition && `where ${condition}`,
    node.Filter && `filter ${node.Filter}`,
    `(about ${node['Plan Rows']} rows, cost ${Math.round(node['Total Cost'])})`,
  ]

  const line = '  '.repeat(depth) + parts.filter(Boolean).join(' ')
  return [line, ...(node.Plans ?? []).flatMap((child) => planLines(child, depth + 1))]
}

/**
 * What makes a list slow: reading or sorting many rows for the few that are shown.
 *
 * @param rows of the table, as the planner knows them
 */
export function planProblems(plan: PlanNode, table: string, rows: number): string[] {
  const steps = stepsOf(plan)
  const about = (count: number) => Math.round(count).toLocaleString('en')
  const problems: string[] = []

  const scan = steps.find(
    (step) => step['Node Type'] === 'Seq Scan' && step['Relation Name'] === table
  )
  if (scan && rows > FEW) problems.push(`It reads all rows of ${table}, about ${about(rows)}`)

  const sort = steps.find((step) => step['Node Type'] === 'Sort' && sorted(step) > FEW)
  if (sort)
    problems.push(`It sorts about ${about(sorted(sort))} rows by ${sort['Sort Key']!.join(', ')}`)

  if (!problems.length && plan['Total Cost'] > CHEAP) {
    problems.push(`It reads many rows of ${table} that the filter then leaves out`)
  }
  return problems
}

function stepsOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(stepsOf)]
}

function sorted(sort: PlanNode) {
  return sort.Plans?.[0]?.['Plan Rows'] ?? sort['Plan Rows']
}
