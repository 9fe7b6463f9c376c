import type { Search } from './search.ts'
import type { Rename } from './changes.ts'
import { likenessOfNames } from './likeness.ts'
import { usersOfType } from './users_of_type.ts'
import type { Choice } from '../decide/questions.ts'

/** Native enums that got another name. Those that no column uses are not ours. */
export function renamedTypes(search: Search): Rename[] {
  const { from, to } = search
  const pairs = search.among({
    from: Object.keys(from.enums).filter((name) => usersOfType(from, name).length > 0),
    to: Object.keys(to.enums),
    hinted: {},
    id: (name) => `rename:${name}`,
    called: (name) => `The type ${name}`,
    isDue: () => false,
    candidates: (name, added) =>
      choicesOf(
        name,
        added.filter((one) => isPlausible(from.enums[name].values, to.enums[one].values))
      ),
  })
  return pairs.map((one) => ({ kind: 'enumType', ...one }))
}

/** Words of native enums that became others. */
export function renamedValues(search: Search): Rename[] {
  return search.enums().flatMap((type) => {
    const pairs = search.among({
      from: search.from.enums[type.from].values,
      to: search.to.enums[type.to].values,
      ...wordsOf(type.from),
    })
    return pairs.map((one): Rename => ({ kind: 'enumValue', type: type.to, ...one }))
  })
}

/** Words that a check keeps in a column and that became others. */
export function renamedWords(search: Search): Rename[] {
  const columns = search
    .tables()
    .flatMap((table) => search.columns(table).map((column) => ({ table, column })))

  return columns.flatMap(({ table, column }) => {
    const before = search.from.tables[table.from].columns[column.from].words
    const now = search.to.tables[table.to].columns[column.to].words
    if (!before || !now) return []

    const pairs = search.among({
      from: before.values,
      to: now.values,
      ...wordsOf(`${table.from}.${column.from}`),
    })
    return pairs.map((one): Rename => ({
      kind: 'word',
      table: table.to,
      column: column.to,
      ...one,
    }))
  })
}

const wordsOf = (owner: string) => ({
  hinted: {},
  id: (word: string) => `rename:${owner}.${word}`,
  called: (word: string) => `The word "${word}" of ${owner}`,
  isDue: () => false,
  candidates: choicesOf,
})

function choicesOf(name: string, added: string[]): Choice[] {
  return added
    .toSorted((a, b) => likenessOfNames(name, b) - likenessOfNames(name, a))
    .map((value) => ({ value, label: `It is called ${value} now` }))
}

function isPlausible(a: string[], b: string[]) {
  return a.filter((word) => b.includes(word)).length * 2 >= Math.min(a.length, b.length)
}
