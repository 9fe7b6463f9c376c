import vine from '@vinejs/vine'
import type { LucidRow } from '@adonisjs/lucid/types/model'
import { identifier, schemaOfFields, sql } from '#atrium/model/main'

import { Problems } from './problems.ts'
import { lockRow } from './lock_row.ts'
import { run } from '../reading/run.ts'
import type { Action } from '../action.ts'
import { parseFilter } from '../filter/parse.ts'
import { compileFilter } from '../filter/compile.ts'
import { unrestricted } from '../filter/target.ts'
import { saveProblem } from './database_problem.ts'
import type { WriteOptions } from '../service/types.ts'
import { keyOfRow } from './key_of_row.ts'
import { keyCondition } from '../reading/row_key.ts'
import type { ServiceContext } from '../service/resource_service.ts'
import { inTransaction, type WriteContext } from './write_transaction.ts'
import { E_ACTION_NOT_OFFERED, E_ACTION_PLACE } from './errors.ts'
import { E_UNKNOWN_ACTION } from '../errors.ts'

/** What an action is run with */
export type ActInput = WriteOptions & {
  /** What was filled into its form */
  input?: Record<string, unknown>
}

/** What an action has to say: words for whoever ran it, and whatever else it returned */
export type ActResult = { message?: string; value?: unknown }

/** Runs one of a resource's own actions, on a row or, without a key, on the whole. */
export async function act(
  context: ServiceContext,
  name: string,
  key: string | null,
  options: ActInput = {}
): Promise<ActResult> {
  const action = actionOf(context, name)
  context.access.require(name)
  const input = await readForm(action, options)

  return inTransaction(context, options, (write) =>
    key === null
      ? actOnAll(write, name, input, options)
      : actOnRow(write, name, key, input, options)
  )
}

/** @throws E_UNKNOWN_ACTION */
export function actionOf({ resource }: ServiceContext, name: string): Action {
  const { actions } = resource
  if (Object.hasOwn(actions, name)) return actions[name]

  throw new E_UNKNOWN_ACTION([resource.name, name, Object.keys(actions).join(', ') || 'none'])
}

/**
 * Reads and checks what was filled into the form of an action, and that the reason is there.
 *
 * @throws E_VALIDATION_ERROR
 */
export async function readForm(action: Action, { input = {}, reason }: ActInput) {
  const problems = new Problems()
  const form = action.form ?? {}

  for (const name of Object.keys(input)) {
    if (!Object.hasOwn(form, name)) problems.add(name, 'unknown', 'is unknown')
  }
  if (action.reason === 'required' && !reason?.trim()) {
    problems.add('reason', 'required', "can't be blank")
  }

  const validator = vine.create(schemaOfFields(form, 'create'))
  const [error, values] = await validator.tryValidate(input)
  problems.take((error?.messages ?? []) as any)
  problems.throwIfAny()
  return values as Record<string, unknown>
}

/** Runs an action on a row, within a transaction that is there already. */
export async function actOnRow(
  context: WriteContext,
  name: string,
  key: string,
  input: Record<string, unknown>,
  { version, reason }: ActInput = {}
): Promise<ActResult> {
  const { actor, client } = context
  const action = actionOf(context, name)
  if (action.on.every((place) => place === 'page')) {
    throw new E_ACTION_PLACE([name, 'works on no row, but on the whole'])
  }

  const row = await lockRow(context, name, key, { version })
  await refuseIfNotOffered(context, name, action, row)
  return perform(context, () =>
    action.run(row.useTransaction(client), { actor, input, reason, trx: client })
  )
}

async function actOnAll(
  context: WriteContext,
  name: string,
  input: Record<string, unknown>,
  { reason }: ActInput
): Promise<ActResult> {
  const { access, actor, client } = context
  const action = actionOf(context, name)
  if (!action.on.includes('page')) throw new E_ACTION_PLACE([name, 'works on rows. Name one'])

  await access.authorize(name)
  return perform(context, () => action.run(undefined, { actor, input, reason, trx: client }))
}

/** The condition of an action is one on the row as it is by now, not as somebody saw it. */
async function refuseIfNotOffered(
  { actor, client, resource }: WriteContext,
  name: string,
  { when, label }: Action,
  row: LucidRow
) {
  if (!when) return

  const isMeant = keyCondition(resource, resource.table, keyOfRow(resource, row))
  const condition = compileFilter(parseFilter(when), unrestricted(resource, actor), resource.table)
  const found = await run(
    client,
    sql`select 1 from ${identifier(resource.table)}
        where ${isMeant} and (${condition})`
  )
  if (!found.length) {
    throw new E_ACTION_NOT_OFFERED([label ?? name, resource.noun, when])
  }
}

async function perform({ resource }: WriteContext, work: () => unknown): Promise<ActResult> {
  try {
    const value: any = await work()
    if (typeof value === 'string') return { message: value }
    if (value?.constructor === Object && typeof value.message === 'string')
      return { message: value.message, value }
    return value === undefined ? {} : { value }
  } catch (error) {
    throw saveProblem(error, resource)
  }
}
