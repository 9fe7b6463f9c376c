import { Condition } from './condition.ts'
import type { Comparing } from './comparers/comparer.ts'
import { compareField } from './fields.ts'
import { compareRelation, exists } from './relations.ts'
import { E_FILTER } from './errors.ts'
import { flattened } from './values.ts'
import { MOST_RELATIONS } from './limits.ts'
import { placeOf, unknownName } from './names.ts'
import type { Place } from './place.ts'
import type { Comparison, FilterValue } from './types.ts'

/**
 * What a comparison says in SQL. `!=` is the opposite of `=`, and `= null` that of `:*`, whatever is
 * compared; rows that the actor may not see are absent.
 *
 * @throws E_FILTER
 */
export function compare(node: Comparison, place: Place): Condition {
  const { operator } = node
  if (operator === '!=') return equal(node, '=', place).not()
  if (operator === '=' || operator === ':') return equal(node, operator, place)
  return along(node, operator, 0, place)
}

/** One of the values, where "no value" and "any value" may be among them. */
function equal(node: Comparison, operator: '=' | ':', place: Place): Condition {
  const { value } = node
  if (value.type === 'any') return along(node, operator, 0, place)
  if (value.type === 'null') return along({ ...node, value: { type: 'any' } }, ':', 0, place).not()
  if (value.type !== 'list') return along(node, operator, 0, place)

  const values = flattened(value)
  const isScalar = ({ type }: FilterValue) => type === 'literal' || type === 'function'
  const others = values.filter((each) => !isScalar(each))
  if (!others.length) return along(node, operator, 0, place)

  const scalars = { ...value, values: values.filter(isScalar) }
  return Condition.some([
    along({ ...node, value: scalars }, operator, 0, place),
    ...others.map((each) => equal({ ...node, value: each }, operator, place)),
  ])
}

/** Follows a path from one name on. */
function along(node: Comparison, operator: Comparing, index: number, place: Place): Condition {
  const { path } = node
  const name = path[index]
  const rest = path.slice(index + 1)

  const field = place.target.field(name)
  if (field && (!rest.length || field.kind === 'json')) {
    return compareField(node, operator, field, rest, place)
  }

  const way = place.target.relation(name)
  if (!way) {
    if (field)
      throw new E_FILTER(
        `${name} is no relation, and has no "${rest[0]}"`,
        placeOf(node, index + 1)
      )
    throw unknownName(place.target, name, placeOf(node, index))
  }

  if (index >= MOST_RELATIONS) {
    throw new E_FILTER(
      `A path leads over at most ${MOST_RELATIONS} relations`,
      placeOf(node, index)
    )
  }

  return rest.length
    ? exists(way, place, (inner) => along(node, operator, index + 1, inner))
    : compareRelation(node, operator, way, place)
}
