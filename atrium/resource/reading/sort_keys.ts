import { identifier, joined, literal, sql, type Sql } from '#atrium/model/main'

import { ROWS, titleField, type Joins } from './joins.ts'
import { keySql } from './row_key.ts'
import { isLong, isSortable, valueType } from './value_type.ts'
import { E_BAD_SORT } from '../errors.ts'
import type { SortTerm } from '../service/types.ts'
import type { ResourceField } from '../resource_field.ts'

/** So many characters of a long text say where it goes. What they leave open the next term decides */
const CHARACTERS = 100

/**
 * What rows are put in order by: an expression, which way, and where empty values go.
 */
export type SortKey = {
  expression: Sql
  type: Sql
  nullable: boolean
  direction: 'asc' | 'desc'
  nullsFirst: boolean

  /** Whether it lies behind a relation */
  isJoined: boolean
}

/**
 * Makes keys from the terms of an order. The primary key comes last, in the direction of the last term:
 * so no two rows are alike.
 *
 * @throws E_BAD_SORT the actor may not read what a term names, or it has no order
 */
export function sortKeys(joins: Joins, terms: readonly SortTerm[]): SortKey[] {
  const keys = terms.map((term) => sortKey(joins, term))
  const { key } = joins.access.resource
  const direction = terms.at(-1)?.direction ?? 'asc'
  const said = new Set(terms.filter(({ path }) => path.length === 1).map(({ path }) => path[0]))

  const rest = key.filter(({ name }) => !said.has(name))
  return [...keys, ...rest.map((field) => ({ ...ofField(field, ROWS), ...placed({ direction }) }))]
}

/** `order by ...` */
export function orderSql(keys: readonly SortKey[]): Sql {
  return joined(
    keys.map(({ expression, direction, nullable, nullsFirst }) => {
      const usual = nullsFirst === (direction === 'desc')
      const nulls = usual || !nullable ? sql`` : nullsFirst ? sql` nulls first` : sql` nulls last`
      return direction === 'desc' ? sql`${expression} desc${nulls}` : sql`${expression}${nulls}`
    })
  )
}

/** The same order, from its end. */
export function reversed(keys: readonly SortKey[]): SortKey[] {
  return keys.map((key) => ({
    ...key,
    direction: key.direction === 'asc' ? 'desc' : 'asc',
    nullsFirst: !key.nullsFirst,
  }))
}

function sortKey(joins: Joins, term: SortTerm): SortKey {
  const [name, ...rest] = term.path
  const field = joins.access.field(name)
  const key =
    rest.length === 0 && field && isSortable(field)
      ? ofField(field, ROWS)
      : rest.length < 2
        ? behindRelation(joins, name, rest[0])
        : undefined

  if (!key) throw new E_BAD_SORT([term.path.join('.')])
  return { ...key, ...placed(term) }
}

function ofField(field: ResourceField, alias: string) {
  const column = identifier(alias, field.column)
  return {
    expression: isLong(field) ? sql`left(${column}, ${literal(CHARACTERS)})` : column,
    type: valueType(field),
    nullable: field.nullable,
    isJoined: alias !== ROWS,
  }
}

/** A relation sorts by what the rows on its other side are known by. */
function behindRelation(joins: Joins, name: string, fieldName?: string) {
  const join = joins.to(name)
  if (!join) return undefined

  const { access, alias } = join
  const field = fieldName === undefined ? titleField(access) : access.field(fieldName)
  if (field) return isSortable(field) ? { ...ofField(field, alias), nullable: true } : undefined
  if (fieldName !== undefined) return undefined

  const { key } = access.resource
  return key.length === 1
    ? { ...ofField(key[0], alias), nullable: true }
    : {
        expression: keySql(access.resource, alias),
        type: sql`text`,
        nullable: true,
        isJoined: true,
      }
}

function placed({ direction, nulls }: Pick<SortTerm, 'direction' | 'nulls'>) {
  return { direction, nullsFirst: nulls ? nulls === 'first' : direction === 'desc' }
}
