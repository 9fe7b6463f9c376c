import { identifier, sql, type Sql } from '#atrium/model/main'

import { Condition } from './condition.ts'
import { comparerOf } from './comparers/comparer_of.ts'
import type { Comparing } from './comparers/comparer.ts'
import { jsonText, jsonValueComparer } from './comparers/json.ts'
import { keyBehind } from './keys.ts'
import type { Place } from './place.ts'
import type { ResourceField } from '../resource_field.ts'
import type { Comparison } from './types.ts'
import { checkOperator, comparedToOne, flattened, refuseNothing, scalars } from './values.ts'

/**
 * Compares a field, or what its JSON has under some keys.
 *
 * @param operator that of the comparison, `!=` having become `=`
 * @throws E_FILTER
 */
export function compareField(
  node: Comparison,
  operator: Comparing,
  field: ResourceField,
  keys: string[],
  { target, alias, now }: Place
): Condition {
  for (const key of keys) refuseNothing(key, node.at)
  const { value } = node
  const column = identifier(alias, field.column)
  if (value.type === 'any' && (operator === '=' || operator === ':')) {
    return presence(keys.length ? jsonText(column, keys) : column, field)
  }

  const behind = keyBehind(target.resource.model, field.description)
  const comparer = keys.length ? jsonValueComparer(column, keys) : comparerOf(behind.description)
  checkOperator(node, comparer.operators)

  const name = node.path.join('.')
  const isKey = field.isKey || field.description.kind === 'foreignKey'
  const values = scalars(flattened(value), target.actor, isKey ? behind : undefined, name)
  const subject = { column: keys.length ? jsonText(column, keys) : column, comparer, name }
  return comparedToOne(subject, operator, values, now)
}

/** Whether there is a value. An empty list is none. */
function presence(column: Sql, { kind }: ResourceField) {
  return new Condition(
    kind === 'array' ? sql`coalesce(cardinality(${column}), 0) > 0` : sql`${column} is not null`,
    true
  )
}
