import type { Resource } from '#atrium/resource/main'

import type { ImportChoices } from './choices.ts'
import type { Target } from './targets.ts'

/**
 * What is probably meant by the headings of a file: fields by their names, labels and columns. Rows are
 * found by the key when the file has it, else by a field that tells them apart.
 */
export function guessChoices(
  headings: string[],
  targets: Target[],
  resource: Resource
): ImportChoices {
  const columns = columnsFor(headings, targets, resource)
  const matching = targets.filter(({ isUnique, field }) => isUnique && columns.includes(field.name))
  const match = matching.find(({ field }) => field.isKey) ?? matching[0]

  return {
    columns,
    match: match?.field.name ?? null,
    found: 'update',
    missing: 'create',
    empty: 'keep',
  }
}

/** Each field is filled by one column: by that which says its key, when another one says its title. */
function columnsFor(headings: string[], targets: Target[], resource: Resource) {
  const columns: (string | null)[] = headings.map(() => null)

  for (const namesOf of [exactNames, looseNames]) {
    for (const { field } of targets) {
      if (columns.includes(field.name)) continue
      const names = namesOf(field, resource).map(plain)
      const index = headings.findIndex(
        (heading, column) => columns[column] === null && names.includes(plain(heading))
      )
      if (index >= 0) columns[index] = field.name
    }
  }
  return columns
}

function exactNames({ name, column, label, relation }: Target['field']) {
  return [name, column, relation ? `${label} ID` : label]
}

function looseNames({ label, relation }: Target['field'], resource: Resource) {
  const title = relation && resource.relations.get(relation)?.label
  return [label, ...(relation ? [relation] : []), ...(title ? [title] : [])]
}

function plain(heading: string) {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
