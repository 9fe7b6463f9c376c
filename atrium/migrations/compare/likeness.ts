import type { Column, Table } from '../schema/types.ts'
import { typeParts } from '../decide/conversions/type_parts.ts'
import { conversionOf } from '../decide/conversions/conversion_of.ts'

/** Columns that nearly all tables have say little about which table it is */
const common = new Set(['id', 'created_at', 'updated_at', 'deleted_at'])

/** Tables that share so much may be one under two names */
export const PLAUSIBLE = 0.5

/** How alike two names are, from 0 to 1: by their words, and by their letters. */
export function likenessOfNames(a: string, b: string) {
  if (a.toLowerCase() === b.toLowerCase()) return 1

  return (
    Math.max(shared(wordsIn(a), wordsIn(b)), shared(pairsOfLetters(a), pairsOfLetters(b))) * 0.99
  )
}

function wordsIn(name: string) {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
}

function pairsOfLetters(name: string) {
  const letters = [...name.toLowerCase()]
  return letters.slice(1).map((letter, index) => letters[index] + letter)
}

function shared(a: string[], b: string[]) {
  const rest = [...b]
  const both = a.filter((one) => rest.includes(one) && rest.splice(rest.indexOf(one), 1))
  return (2 * both.length) / (a.length + b.length || 1)
}

/**
 * How much of two tables is the same, from 0 to 1: columns of the same name and type count fully, and
 * those of which only the name or only the type is the same count half.
 */
export function likenessOfTables(a: Table, b: Table) {
  const columns = Object.values(a.columns)
  const others = Object.values(b.columns)
  const weigh = (list: Column[]) => list.reduce((sum, { name }) => sum + weightOf(name), 0)

  const rest = others.filter(({ name }) => !a.columns[name])
  const points = columns.map((column) => {
    const same = b.columns[column.name]
    if (same)
      return (
        weightOf(column.name) *
        (typeParts(same.type).name === typeParts(column.type).name ? 1 : 0.5)
      )

    const at = rest.findIndex(({ type }) => type === column.type)
    return at === -1 ? 0 : (rest.splice(at, 1), 0.5)
  })
  return (2 * points.reduce((sum, one) => sum + one, 0)) / (weigh(columns) + weigh(others))
}

const weightOf = (name: string) => (common.has(name) ? 0.25 : 1)

/** How alike two columns are, from 0 to 1. Zero where the one can never become the other. */
export function likenessOfColumns(a: Column, b: Column, distance: number) {
  const type = likenessOfTypes(a, b)
  if (type === 0 || (a.generated === null) !== (b.generated === null)) return 0

  return (
    0.45 * type +
    0.4 * likenessOfNames(a.name, b.name) +
    0.05 * Number(a.nullable === b.nullable) +
    0.1 / (1 + distance)
  )
}

function likenessOfTypes(a: Column, b: Column) {
  if (a.type === b.type) return 1

  const { possible, loses } = conversionOf(a, b)
  if (!possible) return 0
  if (typeParts(a.type).family === typeParts(b.type).family) return 0.8
  return loses ? 0.2 : 0.5
}

const said: (keyof Column)[] = [
  'type',
  'nullable',
  'default',
  'identity',
  'serial',
  'generated',
  'words',
  'collation',
  'comment',
]

/** In how many ways two columns are exactly the same. */
export function samenessOfColumns(a: Column, b: Column) {
  const text = (column: Column, key: keyof Column) =>
    JSON.stringify(key === 'words' ? column.words?.values.toSorted() : column[key])

  return said.filter((key) => text(a, key) === text(b, key)).length
}

/** The same for tables, by the columns that both have. */
export function samenessOfTables(a: Table, b: Table) {
  return Object.values(a.columns)
    .filter(({ name }) => b.columns[name])
    .reduce((sum, column) => sum + samenessOfColumns(column, b.columns[column.name]), 0)
}
