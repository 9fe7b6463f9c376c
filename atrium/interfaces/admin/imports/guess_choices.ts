import i18nManager from '@adonisjs/i18n/services/main'
import type { Resource } from '#atrium/resource/main'

import type { Target } from './targets.ts'
import { resourcesIn } from '../language/worded_resources.ts'
import type { FileLine } from './file_lines.ts'
import { SEPARATORS, type ImportChoices, type Separator } from './choices.ts'

/**
 * What is probably meant by the headings of a file: fields and relations by their names, labels and
 * columns. Rows are found by the key when the file has it, else by a field that tells them apart.
 *
 * @param lines some of those after the headings
 */
export function guessChoices(
  headings: string[],
  lines: FileLine[],
  targets: Target[],
  resource: Resource
): ImportChoices {
  const columns = columnsFor(headings, targets, resource)
  const matching = targets.filter(({ isUnique, name }) => isUnique && columns.includes(name))
  const match = matching.find(({ field }) => field?.isKey) ?? matching[0]

  return {
    columns,
    match: match?.name ?? null,
    found: 'update',
    missing: 'create',
    empty: 'keep',
    separator: separatorOf(columns, lines, targets),
    unknown: 'refuse',
  }
}

/** The first one that some cell of a relation has. */
function separatorOf(columns: (string | null)[], lines: FileLine[], targets: Target[]): Separator {
  const relations = targets.filter(({ relation }) => relation).map(({ name }) => name)
  const cells = lines.flatMap((line) =>
    line.cells.filter((_, index) => relations.includes(columns[index] ?? ''))
  )
  const names = Object.keys(SEPARATORS) as Separator[]
  return names.find((name) => cells.some((cell) => cell.includes(SEPARATORS[name]))) ?? names[0]
}

/** Each field is filled by one column: by that which says its key, when another one says its title. */
function columnsFor(headings: string[], targets: Target[], resource: Resource) {
  const columns: (string | null)[] = headings.map(() => null)

  for (const namesOf of [exactNames, looseNames, namesElsewhere]) {
    for (const target of targets) {
      if (columns.includes(target.name)) continue
      const names = namesOf(target, resource).map(plain)
      const index = headings.findIndex(
        (heading, column) => columns[column] === null && names.includes(plain(heading))
      )
      if (index >= 0) columns[index] = target.name
    }
  }
  return columns
}

function exactNames({ name, label, field }: Target) {
  if (!field) return [name, label]
  return [name, field.column, field.relation ? `${label} ID` : label]
}

function looseNames({ label, field }: Target, resource: Resource) {
  const relation = field?.relation
  const title = relation && resource.relations.get(relation)?.label
  return [label, ...(relation ? [relation] : []), ...(title ? [title] : [])]
}

/** What other languages call it: whoever exported the file may read another one. */
function namesElsewhere(target: Target, { name }: Resource) {
  return i18nManager.supportedLocales().flatMap((locale) => {
    const resource = resourcesIn(i18nManager.locale(locale)).get(name)
    const field = resource.fields.get(target.name)
    const label = (field ?? resource.relation(target.name)).label
    const there = { ...target, label, field }
    return [...exactNames(there), ...looseNames(there, resource)]
  })
}

function plain(heading: string) {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
