import { sql, type Sql } from '#atrium/model/main'
import type { DateTime } from 'luxon'

import type { FunctionCall, Literal, Operator } from '../types.ts'

/** What stands behind an operator: one value */
export type Scalar = Literal | FunctionCall

/** `!=` is the opposite of `=`, whatever is compared */
export type Comparing = Exclude<Operator, '!='>

/**
 * How the values of one kind of field are compared.
 */
export type Comparer = {
  /** Ends the sentence "the field takes ..." */
  takes: string

  /** Operators that make sense. Where `:` is not told from `=`, it is the same */
  operators: readonly Comparing[]

  /** The comparison; undefined when there is no such value */
  compare(column: Sql, operator: Comparing, value: Scalar, now: DateTime): Sql | undefined

  /** The one value that a column is equal to, where `=` asks for one */
  constant?(value: Scalar): Sql | undefined
}

/** Operators of values that are the same or not */
export const EQUALITY: readonly Comparing[] = ['=', ':']
/** Operators of values that have an order */
export const ORDER: readonly Comparing[] = [...EQUALITY, '<', '<=', '>', '>=']

const OPERATORS = {
  '=': sql`=`,
  ':': sql`=`,
  '<': sql`<`,
  '<=': sql`<=`,
  '>': sql`>`,
  '>=': sql`>=`,
}

/** `column = value`, and the like. */
export function compared(column: Sql, operator: Comparing, value: Sql) {
  return sql`${column} ${OPERATORS[operator]} ${value}`
}

type Reading = {
  takes: string
  operators?: readonly Comparing[]

  /** The value in SQL, with its type, so that indexes serve; undefined when there is no such value */
  read: (text: string) => Sql | undefined
}

/**
 * For kinds whose values are equal or not, and written in one way.
 */
export function exact({ takes, operators = ORDER, read }: Reading): Comparer {
  const constant = (value: Scalar) =>
    value.type === 'literal' && !value.open ? read(value.value) : undefined

  return {
    takes,
    operators,
    constant,
    compare(column, operator, value) {
      const found = constant(value)
      return found && compared(column, operator, found)
    },
  }
}
