import { E_FILTER } from './errors.ts'
import { formatValue } from './format.ts'
import { isMe, keyOfActor } from './me.ts'
import type { Actor } from '../actor.ts'
import type { Comparer, Comparing, Scalar } from './comparers/comparer.ts'
import { Condition } from './condition.ts'
import type { KeyBehind } from './keys.ts'
import type { Comparison, FilterValue, Operator } from './types.ts'
import { joined, sql, type Sql } from '#atrium/model/main'
import { shortened } from './names.ts'
import type { DateTime } from 'luxon'

/** The values of lists, lists in lists too. */
export function flattened(value: FilterValue): FilterValue[] {
  return value.type === 'list' ? value.values.flatMap(flattened) : [value]
}

/**
 * The values that a key or field is compared with, `me` being the actor's key. A guest is none.
 *
 * @throws E_FILTER
 */
export function scalars(
  values: FilterValue[],
  actor: Actor,
  behind: KeyBehind | undefined,
  name: string
): Scalar[] {
  return values.flatMap((value): Scalar[] => {
    if (isMe(value)) return [keyOfActor(actor, behind, value, name) ?? []].flat()
    if (value.type !== 'literal' && value.type !== 'function') return []

    if (value.type === 'literal') refuseNothing(value.value, value.at)
    return [value]
  })
}

/** @throws E_FILTER PostgreSQL holds no text with the character 0 in it */
export function refuseNothing(text: string, at?: number) {
  if (text.includes('\0')) throw new E_FILTER('No text has the character 0 in it', at)
}

/** What is compared with values: a column, and how its errors call it */
export type Compared = { column: Sql; comparer: Comparer; name: string }

/**
 * Whether a column compares to one of the values.
 *
 * @throws E_FILTER it takes no such value
 */
export function comparedToOne(
  subject: Compared,
  operator: Comparing,
  values: Scalar[],
  now: DateTime
): Condition {
  const constants = operator === '=' && values.length > 1 ? constantsOf(subject, values) : undefined
  if (constants) return new Condition(sql`${subject.column} in (${joined(constants)})`)

  return Condition.some(
    values.map((value) => {
      const { column, comparer } = subject
      const found = comparer.compare(column, operator, value, now)
      if (!found) throw wrongValue(subject, value)
      return new Condition(found)
    })
  )
}

function constantsOf({ comparer }: Compared, values: Scalar[]) {
  const constants = values.map((value) => comparer.constant?.(value))
  return constants.every((constant) => constant !== undefined) ? constants : undefined
}

/** The error for a value that a field does not take. */
export function wrongValue({ name, comparer }: Omit<Compared, 'column'>, value: FilterValue) {
  const given = shortened(formatValue(value))
  return new E_FILTER(`${name} takes ${comparer.takes}, not ${given}`, value.at)
}

/**
 * @throws E_FILTER the operator makes no sense here, or not with several values
 */
export function checkOperator(
  { path, operator, value, at }: Comparison,
  allowed: readonly Comparing[]
) {
  const name = path.join('.')
  const names = allowed.includes('=') ? ['=', '!=', ...allowed.slice(1)] : allowed

  if (!(names as readonly Operator[]).includes(operator)) {
    throw new E_FILTER(
      names.length
        ? `${name} is compared by ${names.join(' ')} and not by ${operator}`
        : `Of ${name} can only be asked whether there is a value: ${name}:*`,
      at
    )
  }

  const isSingle = value.type === 'literal' || value.type === 'function'
  if (!isSingle && !['=', '!=', ':'].includes(operator)) {
    throw new E_FILTER(
      `${operator} compares with one value, not with ${formatValue(value)}`,
      value.at
    )
  }
}
