import { isAlongside } from './alongside.ts'
import type { Decisions } from '../decide/decisions.ts'
import { changeNames, renameNames } from './change_names.ts'
import { changedTable, renamedTable } from './changed_table.ts'
import type { Change, ChangeOf, Rename } from '../compare/changes.ts'

/**
 * What the migration of a component is called: after what it does, when that is one thing, and
 * otherwise after its tables.
 */
export function baseName(
  { changes, renames }: Decisions,
  components: Record<string, string>,
  component: string,
  { name, longest }: { name?: string; longest: number }
) {
  if (name) return snake(name).slice(0, longest)

  const all = changes.map(({ change }) => change)
  const isOurs = (table: string | null) =>
    table === null || (components[table] ?? component) === component
  const own = all.filter((change) => isOurs(changedTable(change)))
  const named = renames.filter((rename) => isOurs(renamedTable(rename)))
  const candidates = namesOf(
    own.filter((change) => !isAlongside(change, own, named)),
    named,
    component
  )

  const fitting = candidates.map(snake).find((one) => one.length <= longest)
  return fitting ?? snake(candidates[0]).slice(0, longest).replace(/_$/, '')
}

/** From the one that says most to the one that is shortest. */
function namesOf(changes: Change[], renames: Rename[], component: string): string[] {
  const tables = [
    ...new Set(
      [...changes.map(changedTable), ...renames.map(renamedTable)].filter((one) => one !== null)
    ),
  ]
  const verb = verbOf(changes, renames)
  const general =
    tables.length <= 2
      ? [`${verb} ${tables.toSorted().join(' and ')}`, `${verb} ${tables[0] ?? component}`]
      : []

  return [
    ...single(changes, renames),
    ...columnsOf(changes, renames),
    ...general,
    `${verb} ${component} tables`,
  ]
}

function single(changes: Change[], renames: Rename[]) {
  if (changes.length + renames.length !== 1) return []

  return [
    ...changes.map((change) => (changeNames[change.kind] as (one: Change) => string)(change)),
    ...renames.map((rename) => (renameNames[rename.kind] as (one: Rename) => string)(rename)),
  ]
}

/** Columns that come to, or go from, one table. */
function columnsOf(changes: Change[], renames: Rename[]) {
  const words = { addColumn: ['add', 'to'], dropColumn: ['drop', 'from'] } as const

  return (['addColumn', 'dropColumn'] as const).flatMap((kind) => {
    const columns = changes.filter((change) => change.kind === kind) as ChangeOf<typeof kind>[]
    const tables = new Set(columns.map(({ table }) => table))
    if (renames.length > 0 || columns.length !== changes.length || tables.size !== 1) return []

    const [verb, where] = words[kind]
    const names = columns.map(({ column }) => column.name)
    return [
      ...(names.length === 2
        ? [`${verb} ${names.join(' and ')} ${where} ${columns[0].table}`]
        : []),
      `${verb} columns ${where} ${columns[0].table}`,
    ]
  })
}

function verbOf(changes: Change[], renames: Rename[]) {
  const only = (kind: Change['kind']) =>
    renames.length === 0 && changes.length > 0 && changes.every((change) => change.kind === kind)

  return only('createTable') ? 'create' : only('dropTable') ? 'drop' : 'change'
}

function snake(text: string) {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
}
