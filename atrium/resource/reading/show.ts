import { identifier, sql } from '#atrium/model/main'
import type { LucidRow } from '@adonisjs/lucid/types/model'

import { Joins, ROWS } from './joins.ts'
import { allOf, where } from './conditions.ts'
import { clientOf, run } from './run.ts'
import { keyCondition } from './row_key.ts'
import { rowByKey } from '../policy/row_by_key.ts'
import { hasMethod } from '../policy/policy_method.ts'
import { RowColumns, allNames } from './row_columns.ts'
import { rowsCondition } from './rows_condition.ts'
import { E_NOT_ALLOWED, E_ROW_NOT_FOUND } from '../errors.ts'
import type { ServiceContext } from '../service/resource_service.ts'
import type { ListQuery, Row, RowKey } from '../service/types.ts'

/**
 * One row, with all that the actor may read of it unless `fields` says what. Here the policy's methods
 * are asked too, where it has any for the actions.
 *
 * @throws E_NOT_ALLOWED, E_ROW_NOT_FOUND, E_UNKNOWN_NAME
 */
export async function show(
  context: ServiceContext,
  key: RowKey,
  { fields, actions = [], trash }: Pick<ListQuery, 'fields' | 'actions' | 'trash'> = {}
): Promise<Row> {
  const { access, resource } = context
  const joins = new Joins(access)
  const columns = new RowColumns(joins, fields ?? allNames(access), actions)
  const condition = allOf([
    keyCondition(resource, ROWS, key),
    rowsCondition(access, { trash }, 'show'),
  ])

  const [raw] = await run(
    clientOf(context),
    sql`select ${columns.sql}
      from ${identifier(resource.table)} ${identifier(ROWS)} ${joins.sql} ${where(condition)}`
  )
  if (!raw) throw new E_ROW_NOT_FOUND([resource.noun])

  const row = columns.row(raw)
  await askPolicy(context, row)
  return row
}

/** Reads the model's row only where the policy has something to say of single rows. */
async function askPolicy(context: ServiceContext, row: Row) {
  const { access, resource } = context
  const { policy } = resource
  if (!policy) return

  const isAsked = (action: string) => hasMethod(policy, action)
  const open = Object.keys(row.allowed).filter((action) => row.allowed[action] && isAsked(action))
  if (!open.length && !isAsked('show')) return

  const model = await rowByKey(resource, row.key, clientOf(context))
  if (isAsked('show')) await access.authorize('show', model)
  for (const action of open) row.allowed[action] = await mayRun(context, action, model)
}

async function mayRun({ access }: ServiceContext, action: string, row: LucidRow) {
  try {
    await access.authorize(action, row)
    return true
  } catch (error) {
    if (error instanceof E_NOT_ALLOWED) return false
    throw error
  }
}
