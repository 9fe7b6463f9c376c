import { sql } from '#atrium/model/main'

import { comparerOf } from './comparers/comparer_of.ts'
import { compare } from './paths.ts'
import { Condition } from './condition.ts'
import { E_FILTER } from './errors.ts'
import { keyBehind } from './keys.ts'
import type { Place } from './place.ts'
import type { ResourceField } from '../resource_field.ts'
import { refuseNothing } from './values.ts'
import type { FilterTarget } from './target.ts'
import type { Literal } from './types.ts'

/**
 * Whether a word is in one of the fields that the search box looks into, as far as the actor may read
 * them.
 *
 * @throws E_FILTER the resource has no such fields
 */
export function search(text: string, place: Place, at?: number): Condition {
  refuseNothing(text, at)
  const { target, alias } = place
  if (target.searchSql) return new Condition(sql`(${target.searchSql(asTyped(text), alias)})`)

  const paths = target.resource.searchPaths.filter((path) => leafOf(path, target))
  if (!paths.length) {
    throw new E_FILTER(
      `${target.resource.name} has no fields to search. Say in which one, as in name:garden`,
      at
    )
  }

  const value: Literal = { type: 'literal', value: text, quoted: true }
  const fitting = paths.filter((path) => holds(path, value, place))
  return Condition.some(
    fitting.map((path) => compare({ type: 'comparison', path, operator: ':', value }, place))
  )
}

/** A phrase has quotes around it, as people type it into a search box. */
function asTyped(text: string) {
  return /\s/.test(text) ? `"${text.replaceAll('"', ' ')}"` : text
}

type Leaf = { field: ResourceField; target: FilterTarget }

/** The field at the end of a path; undefined when the actor may not follow it. */
function leafOf([name, ...rest]: string[], target: FilterTarget): Leaf | undefined {
  if (!rest.length) {
    const field = target.field(name)
    return field && { field, target }
  }

  const way = target.relation(name)
  return way && leafOf(rest, way.target)
}

/** A word is no number: it is not looked for among them. */
function holds(path: string[], value: Literal, { target, now }: Place) {
  const { field, target: last } = leafOf(path, target)!
  const comparer = comparerOf(keyBehind(last.resource.model, field.description).description)
  return comparer.compare(sql`value`, ':', value, now) !== undefined
}
