import type { LucidRow } from '@adonisjs/lucid/types/model'
import { type Purpose, identifier, sql } from '#atrium/model/main'

import { Access } from '../policy/access.ts'
import { lockRow } from './lock_row.ts'
import type { Problems } from './problems.ts'
import type { planRow } from './plan_row.ts'
import type { PlannedInlines } from './planned_row.ts'
import type { WriteContext } from './write_transaction.ts'
import type { ResourceRelation } from '../resource_relation.ts'

type Item = { key?: unknown; $delete?: unknown; [field: string]: unknown }

/**
 * Reads the rows that are edited within the form of another one: `{ key, ...fields }` changes a row,
 * `{ key, $delete: true }` deletes it, one without a key is new. Rows that are not named stay.
 */
export async function planInlines(
  context: WriteContext,
  purpose: Purpose,
  parent: LucidRow,
  input: Record<string, unknown>,
  path: string,
  problems: Problems,
  plan: typeof planRow
): Promise<PlannedInlines[]> {
  const relations = [...context.resource.relations.values()].filter(
    ({ inline, type, name }) => inline && (type === 'hasMany' || type === 'hasOne') && name in input
  )

  const planned: PlannedInlines[] = []
  for (const relation of relations) {
    const at = path + relation.name
    const items = itemsOf(input[relation.name], relation)
    if (!items) problems.add(at, 'array', 'must be a list of rows')

    const inlines: PlannedInlines = { relation, saved: [], deleted: [] }
    for (const [place, item] of (items ?? []).entries()) {
      await planItem(relation, item, `${at}.${place}.`, inlines)
    }
    planned.push(inlines)
  }
  return planned

  async function planItem(
    relation: ResourceRelation,
    { key, $delete, ...fields }: Item,
    at: string,
    inlines: PlannedInlines
  ) {
    const access = Access.of(relation.target, context.actor)
    const own: WriteContext = { ...context, resource: relation.target, access }
    const isNew = key === undefined || key === null || key === ''

    if (isSet($delete)) {
      const row = isNew ? undefined : await reach(own, relation, 'delete', String(key), at)
      if (row) inlines.deleted.push({ context: own, row, path: at })
      return
    }
    if (isNew && !access.may('create')) {
      return problems.add(at.slice(0, -1), 'notAllowed', 'may not be added')
    }

    const row = isNew
      ? new relation.target.model()
      : await reach(own, relation, 'update', String(key), at)
    if (!row) return

    const wish = {
      purpose: isNew ? ('create' as const) : ('update' as const),
      row,
      input: fields,
      path: at,
      parentKey: relation.foreignKey,
    }
    inlines.saved.push(await plan(own, wish, problems))
  }

  /** A row within another one: it must be that one's, or nobody hears that it exists. */
  async function reach(
    own: WriteContext,
    { target, targetColumn, localColumn }: ResourceRelation,
    action: string,
    key: string,
    at: string
  ) {
    const parentValue = purpose === 'create' ? null : valueOf(context, parent, localColumn)
    const where = sql`${identifier(target.table, targetColumn)} = ${parentValue}`

    try {
      return await lockRow(own, action, key, { where })
    } catch (error: any) {
      if (error.code === 'E_ROW_NOT_FOUND') problems.add(`${at}key`, 'exists', 'does not exist')
      else if (error.code === 'E_NOT_ALLOWED') problems.add(`${at}key`, 'notAllowed', error.message)
      else throw error
      return undefined
    }
  }
}

function itemsOf(given: unknown, { isMany }: ResourceRelation): Item[] | undefined {
  if (given === null || given === '') return []
  if (!isMany && isItem(given)) return [given]

  const items = isItem(given) ? Object.values(given) : given
  return Array.isArray(items) && items.every(isItem) ? items : undefined
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Check boxes of forms send text. */
function isSet(value: unknown) {
  return value === true || value === 'true' || value === '1' || value === 'on' || value === 1
}

/** What a row holds in a column, as the database has it. */
export function valueOf({ resource }: WriteContext, row: LucidRow, column: string): any {
  const { model } = resource
  const name = model.$keys.columnsToAttributes.get(column, column)
  const value = (row as any)[name]
  return model.$getColumn(name)?.prepare?.(value, name, row) ?? value
}
