import type { ResourceRegistry } from '../registry.ts'

/** The tables of all resources, each after those that its foreign keys point to. */
export function tablesInOrder(registry: ResourceRegistry): string[] {
  const byTable = new Map(registry.all().map((resource) => [resource.table, resource]))
  const ordered = new Set<string>()
  const onTheWay = new Set<string>()

  function take(table: string) {
    const resource = byTable.get(table)
    if (!resource || ordered.has(table) || onTheWay.has(table)) return

    onTheWay.add(table)
    for (const field of resource.description.fields) {
      if (field.kind === 'foreignKey') take(field.model().table)
    }
    ordered.add(table)
  }

  for (const table of byTable.keys()) take(table)
  return [...ordered]
}
