import { identifier, sql, type Sql } from '#atrium/model/main'

import { list } from './list.ts'
import { allOf, where } from './conditions.ts'
import { clientOf, run } from './run.ts'
import { ROWS, titleField, titleSql } from './joins.ts'
import { keySql, keysCondition } from './row_key.ts'
import { rowsCondition } from './rows_condition.ts'
import { Access } from '../policy/access.ts'
import { E_UNKNOWN_NAME } from '../errors.ts'
import type { ServiceContext } from '../service/resource_service.ts'
import type { RowKey } from '../service/types.ts'

/** A row that can be chosen. The hint tells it from others of the same title */
export type Option = { key: RowKey; title: string; hint?: string }

export type OptionsQuery = {
  /** What was typed */
  q?: string

  /** How many, 20 unless said */
  size?: number

  /** Keys of rows that are chosen already */
  exclude?: RowKey[]
}

const SIZE = 20

/**
 * Rows on the other side of a relation, to choose from: those that the actor may list there.
 *
 * @throws E_UNKNOWN_NAME the actor may neither read nor set a relation of this name
 * @throws E_NOT_ALLOWED it may list nothing there
 */
export async function options(
  { access, client, resource, actor }: ServiceContext,
  name: string,
  { q, size = SIZE, exclude = [] }: OptionsQuery
): Promise<Option[]> {
  if (!isOpen(access, name)) throw new E_UNKNOWN_NAME([resource.name, name])

  const { target } = resource.relation(name)
  const there = Access.of(target, actor)
  const hint = hintOf(there)
  const page = await list(
    { resource: target, actor, access: there, client },
    { search: q, size: size + exclude.length, fields: hint ? [hint] : [] }
  )

  return page.rows
    .filter(({ key }) => !exclude.includes(key))
    .slice(0, size)
    .map(({ key, title, values }) => ({ key, title, ...hinted(hint && values[hint], title) }))
}

/**
 * What the rows with these keys are known by, in the order of the keys. Left out are those that the
 * actor may not list.
 *
 * @throws E_NOT_ALLOWED
 */
export async function labelsOf(
  { access, ...rest }: ServiceContext,
  keys: readonly RowKey[]
): Promise<Option[]> {
  if (!keys.length) return []
  const { resource } = access
  const condition: Sql | undefined = allOf([
    keysCondition(resource, ROWS, keys),
    rowsCondition(access, {}),
  ])

  const rows: Option[] = await run(
    clientOf(rest),
    sql`select ${keySql(resource, ROWS)} as key, ${titleSql(access, ROWS)} as title
      from ${identifier(resource.table)} ${identifier(ROWS)} ${where(condition)}`
  )
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return [...new Set(keys)].map((key) => byKey.get(key)).filter((option) => option !== undefined)
}

/** A relation is chosen from by who may read it, and by who may set it or its foreign key. */
function isOpen(access: Access, name: string) {
  const relation = access.resource.relations.get(name)
  if (!relation) return false

  const names = [name, ...(relation.type === 'belongsTo' ? [relation.foreignKey!] : [])]
  return (
    access.readable.has(name) ||
    names.some((one) => access.writable('create').has(one) || access.writable('update').has(one))
  )
}

/** The first field beside the title that rows are searched by. */
function hintOf(access: Access) {
  const title = titleField(access)?.name
  const path = access.resource.searchPaths.find(
    ([name, ...rest]) => !rest.length && name !== title && access.readable.has(name)
  )
  return path?.[0]
}

function hinted(value: unknown, title: string) {
  return typeof value === 'string' && value !== '' && value !== title ? { hint: value } : {}
}
