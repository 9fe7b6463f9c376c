import { type Sql, identifier, sql } from '#atrium/model/main'

import { run } from '../reading/run.ts'
import { Access } from '../policy/access.ts'
import { readInput } from './input_rules.ts'
import type { Problems } from './problems.ts'
import { notDeleted } from '../reading/trash.ts'
import type { Resource } from '../resource.ts'
import { allOf, where } from '../reading/conditions.ts'
import { keySql, keysCondition } from '../reading/row_key.ts'
import type { WriteContext } from './write_transaction.ts'
import type { ResourceRelation } from '../resource_relation.ts'
import type { PlannedLink, PlannedLinks } from './planned_row.ts'

/**
 * Reads which rows the many-to-many relations are to lead to: keys, or keys with what the row in between
 * holds, `{ key, position }`.
 */
export async function planLinks(
  context: WriteContext,
  input: Record<string, unknown>,
  path: string,
  problems: Problems
): Promise<PlannedLinks[]> {
  const relations = [...context.resource.relations.values()].filter(
    ({ type, name }) => type === 'manyToMany' && name in input
  )

  const planned: PlannedLinks[] = []
  for (const relation of relations) {
    planned.push(await planOne(context, relation, input[relation.name], path, problems))
  }
  return planned
}

async function planOne(
  context: WriteContext,
  relation: ResourceRelation,
  given: unknown,
  path: string,
  problems: Problems
): Promise<PlannedLinks> {
  const visible = Access.of(relation.target, context.actor).rowsSql('t', 'list')
  const items = itemsOf(given)
  if (!items) problems.add(path + relation.name, 'array', 'must be a list')

  const wanted: PlannedLink[] = []
  const values = await valuesByKey(context, relation, items?.map(({ key }) => key) ?? [], visible)
  for (const [place, { key, ...pivot }] of (items ?? []).entries()) {
    const at = `${path}${relation.name}.${place}`
    const value = values.get(key)

    if (value === undefined) problems.add(at, 'exists', 'does not exist')
    else
      wanted.push({ value, pivot: await readPivot(context, relation, pivot, `${at}.`, problems) })
  }
  return { relation, path: path + relation.name, wanted: unique(wanted), visible }
}

type Item = { key: string; [pivot: string]: unknown }

/** Forms send one value where one is chosen, and an empty text to say that none is. */
function itemsOf(given: unknown): Item[] | undefined {
  if (given === null || given === '') return []
  if (typeof given === 'object' && !Array.isArray(given)) return itemsOf(Object.values(given))

  const items = [given]
    .flat()
    .filter((item) => item !== '')
    .map((item: any) => (typeof item === 'object' && item !== null ? item : { key: item }))
  return items.every(({ key }) => ['string', 'number', 'bigint'].includes(typeof key))
    ? items.map((item) => ({ ...item, key: String(item.key) }))
    : undefined
}

/** What the row in between holds for each of these rows, as far as the actor may choose them. */
async function valuesByKey(
  { client }: WriteContext,
  { target, targetColumn }: ResourceRelation,
  keys: string[],
  visible?: Sql
) {
  if (!keys.length) return new Map<string, string>()

  const isMeant = keysCondition(target, 't', [...new Set(keys)])

  const rows = await run(
    client,
    sql`select ${keySql(target, 't')} as key, ${identifier('t', targetColumn)}::text as value
        from ${identifier(target.table)} as t
        ${where(allOf([isMeant, notDeleted(target, 't'), visible]))}`
  )
  return new Map<string, string>(rows.map(({ key, value }) => [key, value]))
}

/** Only a table in between that is a resource of its own can hold more than the two keys. */
async function readPivot(
  { actor, resource }: WriteContext,
  relation: ResourceRelation,
  given: Record<string, unknown>,
  path: string,
  problems: Problems
) {
  const between = pivotResource(resource, relation)
  const { localColumn, targetColumn } = relation.pivot!
  const access = between && Access.of(between, actor)
  const settable = [...(between?.fields.values() ?? [])]
    .filter(
      ({ name, column }) =>
        (access!.writable('create').has(name) || access!.writable('update').has(name)) &&
        column !== localColumn &&
        column !== targetColumn
    )
    .map(({ name }) => name)

  for (const name of Object.keys(given)) {
    if (!settable.includes(name)) problems.add(path + name, 'unknown', 'is unknown')
  }
  const names = settable.filter((name) => given[name] !== undefined)
  if (!between || !names.length) return {}

  const { values, problems: found } = await readInput(between, 'update', names, given)
  problems.take(found, path)
  return values
}

/** The resource of the table in between, if it is one. */
export function pivotResource(resource: Resource, { pivot }: ResourceRelation) {
  return pivot?.model && resource.registry?.of(pivot.model)
}

function unique(links: PlannedLink[]) {
  return [...new Map(links.map((link) => [link.value, link])).values()]
}
