import type { Schema, Table } from '../schema/types.ts'

/**
 * Names in such an order that each comes after those that it needs. Where they need each other in a
 * circle, one of them comes too early.
 */
export function inOrder(names: string[], needs: (name: string) => string[]): string[] {
  const sorted = new Set<string>()
  const seen = new Set<string>()

  const visit = (name: string) => {
    if (seen.has(name)) return

    seen.add(name)
    needs(name).toSorted().forEach(visit)
    sorted.add(name)
  }
  names.toSorted().forEach(visit)
  return [...sorted].filter((name) => names.includes(name))
}

/** The tables that a table's foreign keys point to, itself left out. */
export function tablesNeededBy(table: Table) {
  return Object.values(table.constraints).flatMap(({ foreign }) =>
    foreign && foreign.table !== table.name ? [foreign.table] : []
  )
}

/**
 * The tables of a schema, those that others point to first. Tables of a component stay together.
 *
 * @param only those that matter
 */
export function tableOrder(schema: Schema, components: Record<string, string>, only: string[]) {
  const concerned = new Set(only)
  const neededBy = (name: string) =>
    tablesNeededBy(schema.tables[name]).filter((needed) => concerned.has(needed))

  const byComponent = Map.groupBy(only, (name) => components[name] ?? '')
  const ordered = inOrder([...byComponent.keys()], (component) =>
    (byComponent.get(component) ?? [])
      .flatMap(neededBy)
      .map((name) => components[name] ?? '')
      .filter((other) => other !== component)
  )
  return ordered.flatMap((component) => inOrder(byComponent.get(component)!, neededBy))
}
