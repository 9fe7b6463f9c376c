import { Sql, identifier, joined, literal, sql } from '#atrium/model/main'
import type { ReferenceAction } from '#atrium/model/main'

import { show } from '../reading/show.ts'
import { Access } from '../policy/access.ts'
import { E_NOT_ALLOWED } from '../errors.ts'
import type { Resource } from '../resource.ts'
import { clientOf, run } from '../reading/run.ts'
import { labelsOf } from '../reading/options.ts'
import { allOf, where } from '../reading/conditions.ts'
import type { Count, Label } from '../service/types.ts'
import { keyCondition, keySql } from '../reading/row_key.ts'
import { type PointingKey, keysPointingTo } from './pointing_keys.ts'
import type { ServiceContext } from '../service/resource_service.ts'

/** Rows are counted so far and no further */
const CAP = 1_000

/** How many of the rows in the way are named */
const EXAMPLES = 5

/** What becomes of rows of one kind when a row is deleted */
export type Consequence = {
  /** Whose rows they are, where the actor may list them. Otherwise they are only counted */
  resource?: string
  label?: string

  /** What their foreign key is called */
  field?: string
  onDelete: ReferenceAction
  count: Count

  /** They keep the row from being deleted */
  blocks: boolean

  /** Some of those that are in the way and that the actor may see */
  examples: Label[]

  /** What becomes of rows that need those that go along */
  then: Consequence[]
}

export type DeletionPreview = {
  title: string
  version: string

  /** The row is only marked as deleted: nothing goes along, and it can be taken back */
  marksOnly: boolean
  isBlocked: boolean

  /** Only what there is any of */
  consequences: Consequence[]
}

/**
 * Says what goes with a row when it is deleted, what loses its link to it and what is in the way: one
 * statement counts all of it up to a limit, and no row is loaded.
 *
 * @throws E_NOT_ALLOWED, E_ROW_NOT_FOUND
 */
export async function deletionPreview(
  context: ServiceContext,
  key: string
): Promise<DeletionPreview> {
  const { access, resource } = context
  access.require('delete')
  const trash = resource.softDeletes && access.may('restore') ? 'with' : undefined
  const row = await show(context, key, { fields: [], trash, actions: ['delete'] })
  if (!row.allowed.delete) throw new E_NOT_ALLOWED(['delete', resource.name])

  const marksOnly = resource.softDeletes && !row.deletedAt
  const consequences = marksOnly ? [] : await consequencesOf(context, key)
  return {
    title: row.title,
    version: row.version,
    marksOnly,
    isBlocked: consequences.some(isInTheWay),
    consequences,
  }
}

function isInTheWay({ blocks, then }: Consequence): boolean {
  return blocks || then.some(isInTheWay)
}

async function consequencesOf(context: ServiceContext, key: string): Promise<Consequence[]> {
  const { resource } = context
  const client = clientOf(context)
  const pointing = await keysPointingTo(client, resource.table)
  const direct = pointing.filter(({ parent }) => parent === resource.table)
  if (!direct.length) return []

  const columns = direct.flatMap((one, i) => [
    sql`${countOf(rowsPointing(one))} as ${identifier(`c${i}`)}`,
    ...(isBlocking(one) ? [sql`${examplesOf(context, one)} as ${identifier(`k${i}`)}`] : []),
    ...thenOf(one).map(
      (next, j) => sql`${countOf(rowsAfter(one, next))} as ${identifier(`c${i}_${j}`)}`
    ),
  ])
  const [counts] = await run(
    client,
    sql`select ${joined(columns)} from ${identifier(resource.table)} as p
        where ${keyCondition(resource, 'p', key)}`
  )
  if (!counts) return []

  const consequences: Consequence[] = []
  for (const [i, one] of direct.entries()) {
    const then = thenOf(one).map((next, j) => consequence(context, next, counts[`c${i}_${j}`]))
    consequences.push({
      ...consequence(context, one, counts[`c${i}`]),
      examples: await labelled(context, one, counts[`k${i}`] ?? []),
      then: then.filter(({ count }) => count.value > 0),
    })
  }
  return consequences.filter(({ count }) => count.value > 0)

  /** One step further: what points to the rows that go along. */
  function thenOf({ table, onDelete }: PointingKey) {
    return onDelete === 'cascade' ? pointing.filter(({ parent }) => parent === table) : []
  }
}

function consequence(context: ServiceContext, pointing: PointingKey, found: string): Consequence {
  const target = visibleResource(context, pointing)
  const [column] = pointing.columns
  const field = target && [...target.fields.values()].find((one) => one.column === column)
  const count = Number(found)

  return {
    ...(target && { resource: target.name, label: target.labelPlural, field: field?.label }),
    onDelete: pointing.onDelete,
    count: count > CAP ? { value: CAP, kind: 'at least' } : { value: count, kind: 'exact' },
    blocks: isBlocking(pointing) && count > 0,
    examples: [],
    then: [],
  }
}

function isBlocking({ onDelete }: PointingKey) {
  return onDelete === 'restrict' || onDelete === 'no action'
}

function visibleResource({ resource, actor }: ServiceContext, { table }: PointingKey) {
  const target = resource.registry?.ofTable(table)
  return target && Access.of(target, actor).may('list') ? target : undefined
}

/** The rows of a table that point to the one that is to be deleted. */
function rowsPointing(pointing: PointingKey): Sql {
  return sql`from ${new Sql(pointing.relation)} as c where ${joins(pointing, 'c', 'p')}`
}

/** The rows that point to rows that go along, of which no more are looked at than are counted. */
function rowsAfter(first: PointingKey, next: PointingKey): Sql {
  const columns = joined(next.targetColumns.map((column) => identifier('c', column)))
  return sql`
    from (select ${columns} ${rowsPointing(first)} limit ${literal(CAP + 1)}) as c
    join ${new Sql(next.relation)} as n on ${joins(next, 'n', 'c')}`
}

function joins({ columns, targetColumns }: PointingKey, alias: string, parent: string) {
  const pairs = columns.map(
    (column, i) => sql`${identifier(alias, column)} = ${identifier(parent, targetColumns[i])}`
  )
  return joined(pairs, ' and ')
}

function countOf(rows: Sql) {
  return sql`(select count(*) from (select 1 ${rows} limit ${literal(CAP + 1)}) as x)`
}

/** Keys of rows in the way, of those that the actor may list. */
function examplesOf(context: ServiceContext, pointing: PointingKey): Sql {
  const target = visibleResource(context, pointing)
  if (!target) return sql`null::text[]`

  const scope = Access.of(target, context.actor).rowsSql('c', 'list')
  return sql`array(
    select ${keySql(target, 'c')} from ${new Sql(pointing.relation)} as c
    ${where(allOf([joins(pointing, 'c', 'p'), scope]))} limit ${literal(EXAMPLES)})`
}

async function labelled(context: ServiceContext, pointing: PointingKey, keys: string[]) {
  const target = visibleResource(context, pointing) as Resource | undefined
  if (!target || !keys.length) return []

  const access = Access.of(target, context.actor)
  const options = await labelsOf({ ...context, resource: target, access }, keys)
  return options.map(({ key, title }) => ({ key, title }))
}
