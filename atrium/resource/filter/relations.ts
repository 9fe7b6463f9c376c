import { identifier, joined, sql, type Sql } from '#atrium/model/main'

import { Condition } from './condition.ts'
import { comparerOf } from './comparers/comparer_of.ts'
import { EQUALITY, type Comparing, type Scalar } from './comparers/comparer.ts'
import { textComparer } from './comparers/texts.ts'
import { isMe } from './me.ts'
import { keyBehind } from './keys.ts'
import type { Place } from './place.ts'
import type { FilterTarget } from './target.ts'
import { keyText, splitKey } from '../reading/row_key.ts'
import type { ResourceField } from '../resource_field.ts'
import type { Comparison } from './types.ts'
import { checkOperator, comparedToOne, flattened, scalars, wrongValue } from './values.ts'

/** A relation that the actor may follow, and what it leads to */
export type Way = NonNullable<ReturnType<FilterTarget['relation']>>

/** Texts by which a relation can be found */
const TEXTS = ['string', 'text', 'slug', 'email', 'url']

/**
 * Compares a relation: whether there is a row, one with a key, or one whose title has a text in it.
 *
 * @param operator that of the comparison, `!=` having become `=`
 * @throws E_FILTER
 */
export function compareRelation(node: Comparison, operator: Comparing, way: Way, place: Place) {
  if (node.value.type === 'any' && (operator === '=' || operator === ':')) {
    return presence(way, place)
  }

  checkOperator(node, EQUALITY)
  const name = node.path.join('.')
  const { target } = way
  const values = flattened(node.value)
  const [key, ...others] = target.resource.key
  const behind = others.length ? undefined : keyBehind(target.resource.model, key.description)
  const given = scalars(values, place.target.actor, behind, name)

  const title = titleOf(target)
  return operator === ':' && title && !values.some(isMe)
    ? titled(given, title, name, way, place)
    : keyed(given, name, way, place)
}

/**
 * Holds where a relation leads to a row that the actor may see and that meets a condition. Rows in the
 * trash are not there.
 */
export function exists(
  { relation, target }: Way,
  { alias, now }: Place,
  condition: (place: Place) => Condition = () => Condition.ALWAYS
) {
  const inner = aliasWithin(alias)
  const own = (column: string) => identifier(inner, column)
  const { pivot } = relation
  const through = `${inner}_pivot`

  const source = pivot
    ? sql`${identifier(pivot.table)} as ${identifier(through)}
        join ${identifier(target.resource.table)} as ${identifier(inner)}
        on ${own(relation.targetColumn)} = ${identifier(through, pivot.targetColumn)}`
    : sql`${identifier(target.resource.table)} as ${identifier(inner)}`
  const joins = pivot ? identifier(through, pivot.localColumn) : own(relation.targetColumn)

  const conditions = [
    sql`${joins} = ${identifier(alias, relation.localColumn)}`,
    ...limitsOf(target, inner).map((limit) => sql`(${limit})`),
    condition({ target, alias: inner, now }).text,
  ]
  return new Condition(
    sql`exists (select 1 from ${source} where ${joined(conditions, ' and ')})`,
    true
  )
}

/** Names within each other must differ, and be short: PostgreSQL cuts off the 64th character. */
function aliasWithin(alias: string) {
  const [, depth] = /^inner_(\d+)$/.exec(alias) ?? []
  return `inner_${Number(depth ?? 0) + 1}`
}

function limitsOf(target: FilterTarget, alias: string): Sql[] {
  const limit = target.rowsSql(alias)
  const deletedAt = target.resource.softDeletes && target.resource.fields.get('deletedAt')
  return [
    ...(limit ? [limit] : []),
    ...(deletedAt ? [sql`${identifier(alias, deletedAt.column)} is null`] : []),
  ]
}

function presence(way: Way, place: Place) {
  const isEnough = way.relation.type === 'belongsTo' && !limitsOf(way.target, 'inner').length
  if (!isEnough) return exists(way, place)
  return new Condition(sql`${identifier(place.alias, way.relation.localColumn)} is not null`, true)
}

/** By what people know the rows on the other side, if the actor may read it. */
function titleOf(target: FilterTarget): ResourceField | undefined {
  const title = target.resource.title && target.field(target.resource.title.name)
  return title && TEXTS.includes(title.kind) ? title : undefined
}

function titled(values: Scalar[], title: ResourceField, name: string, way: Way, place: Place) {
  if (!values.length) return Condition.NEVER

  const comparer = textComparer()
  return exists(way, place, ({ alias, now }) => {
    const column = identifier(alias, title.column)
    return comparedToOne({ column, comparer, name }, ':', values, now)
  })
}

/** The key of a to-one relation is here already; for others the rows are looked up. */
function keyed(values: Scalar[], name: string, way: Way, place: Place): Condition {
  const { relation, target } = way
  const keys = target.resource.key
  if (!values.length) return Condition.NEVER

  const isHere =
    relation.type === 'belongsTo' && keys.length === 1 && keys[0].column === relation.targetColumn
  if (isHere) {
    const column = identifier(place.alias, relation.localColumn)
    return comparedToOne(
      { column, comparer: comparerOfKey(target, keys[0]), name },
      '=',
      values,
      place.now
    )
  }

  return exists(way, place, (inner) => {
    if (keys.length > 1) return Condition.some(values.map((value) => composite(value, name, inner)))

    const column = identifier(inner.alias, keys[0].column)
    return comparedToOne(
      { column, comparer: comparerOfKey(target, keys[0]), name },
      '=',
      values,
      place.now
    )
  })
}

function composite(value: Scalar, name: string, { target, alias, now }: Place) {
  const keys = target.resource.key
  const takes = `a key such as ${keyText(keys.map(({ name: part }) => part))}`
  const parts = value.type === 'literal' && !value.open ? splitKey(value.value) : []
  if (parts.length !== keys.length) {
    throw wrongValue({ name, comparer: { ...comparerOfKey(target, keys[0]), takes } }, value)
  }

  return Condition.every(
    keys.map((key, index) => {
      const column = identifier(alias, key.column)
      const part: Scalar = { type: 'literal', value: parts[index], quoted: true, at: value.at }
      return comparedToOne({ column, comparer: comparerOfKey(target, key), name }, '=', [part], now)
    })
  )
}

function comparerOfKey({ resource }: FilterTarget, key: ResourceField) {
  return comparerOf(keyBehind(resource.model, key.description).description)
}
