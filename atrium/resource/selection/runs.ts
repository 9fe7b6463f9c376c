import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

import Run from '../models/run.ts'
import { runPart } from './run_part.ts'
import { runQueue } from './run_queue.ts'
import type { Actor } from '../actor.ts'
import { clientOf } from '../reading/run.ts'
import { E_ROW_NOT_FOUND } from '../errors.ts'
import type { RowsTask } from './run_rows.ts'
import { E_NO_ROWS_CHOSEN } from './errors.ts'
import { plainMessage } from '../writing/database_problem.ts'
import { Problems } from '../writing/problems.ts'
import type Selection from '../models/selection.ts'
import { E_ACTION_PLACE } from '../writing/errors.ts'
import { readInput } from '../writing/input_rules.ts'
import { actionOf, readForm } from '../writing/act.ts'
import { countOf, type SelectionQuery } from './selections.ts'
import type { ServiceContext } from '../service/resource_service.ts'
import { isGoneConnection } from './is_gone_connection.ts'

/** Up to so many rows are done at once, more of them in the background */
export const AT_ONCE = 500

/** What is to be done with many rows */
export type RunOrder = Omit<RowsTask, 'query'> & {
  /** `update`, `delete`, `restore` or one of the resource's own actions for several rows */
  action: string
  selection?: Selection
  keys?: string[]
  reason?: string
}

/** Work of any kind, as the queue takes it */
export type NewRun = {
  action: string
  task: Record<string, unknown>
  total: number
  reason?: string
}

/**
 * Work on many rows, in parts: each row through the policy, the rules and the history, as if it was
 * alone. A few rows are done at once; more of them in the background, by any process that runs the
 * worker.
 */
export const Runs = {
  /**
   * Begins work on the rows of a selection.
   *
   * @throws E_NOT_ALLOWED, E_VALIDATION_ERROR before anything is done
   */
  async start(context: ServiceContext, order: RunOrder): Promise<Run> {
    const { action, selection, keys, reason, changes, input, forGood, limit } = order
    const query = queryOf(selection, keys, action)
    await refuseMistakes(context, order)

    const { value } = await countOf(context, query)
    const task: RowsTask = { query, changes, input, forGood, limit }
    return this.begin(context, {
      action,
      reason,
      task: asJson(task),
      total: Math.min(value, limit ?? Infinity),
    })
  },

  /**
   * Begins work of any kind: see `defineRunKind`. Few rows are done when it returns.
   */
  async begin(context: ServiceContext, order: NewRun): Promise<Run> {
    return this.go(context, await this.add(context, order))
  },

  /** Notes work that `go` is to begin: within a transaction of the caller, for one. */
  add(context: ServiceContext, { action, task, total, reason }: NewRun): Promise<Run> {
    const { actor, resource } = context
    const isQuick = total <= AT_ONCE
    return Run.create(
      {
        resource: resource.name,
        action,
        actor: actor.id ?? '',
        interface: actor.options.interface ?? 'code',
        reason: reason ?? null,
        task: { ...task, ...identityOf(context) },
        total: BigInt(total),
        position: null,
        state: isQuick ? 'running' : 'waiting',
        heartbeatAt: isQuick ? DateTime.utc() : null,
      },
      { client: clientOf(context) }
    )
  },

  /** Begins work that was noted. Few rows are done when it returns. */
  async go(context: ServiceContext, run: Run): Promise<Run> {
    if (run.state === 'running') await workThrough(() => context, clientOf(context), run)
    else runQueue.wake()
    return run
  },

  /**
   * A run that the actor began, or any for administrators.
   *
   * @throws E_ROW_NOT_FOUND
   */
  async find(actor: Actor, id: string, client?: QueryClientContract): Promise<Run> {
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
    const run = isId ? await Run.find(id, client && { client }) : null
    if (!run || (run.actor !== (actor.id ?? '') && !actor.isAdministrator)) {
      throw new E_ROW_NOT_FOUND(['run'])
    }
    return run
  },

  /** Ends a run after the part that it is in. What is done stays done, and can be undone. */
  async cancel(run: Run, client?: QueryClientContract) {
    const query = () => Run.query(client && { client }).where('id', run.id)
    await query()
      .where('state', 'waiting')
      .update({ state: 'cancelled', endedAt: DateTime.utc().toISO() })
    await query().where('state', 'running').update({ isCancelRequested: true })
    return run.refresh()
  },
}

/**
 * Does a run to its end, or until it is to stop.
 *
 * @param contextNow on whose behalf, with the rights that they have by now: asked before each part
 * @returns false when it was stopped before its end
 */
export async function workThrough(
  contextNow: () => ServiceContext | Promise<ServiceContext>,
  client: QueryClientContract,
  run: Run,
  isStopping: () => boolean = () => false
): Promise<boolean> {
  try {
    while (await runPart(await contextNow(), client, run)) {
      if (isStopping()) return false
    }
    return true
  } catch (error) {
    await giveUp(client, run, error)
    throw error
  }
}

/** Says why a run cannot go on, unless another process goes on with it. */
export async function giveUp(client: QueryClientContract, run: Run, error: any) {
  if (error.code === 'E_RUN_TAKEN' || isGoneConnection(error)) return
  await Run.query({ client })
    .where({ id: run.id, state: 'running' })
    .update({ state: 'failed', problem: plainMessage(error), endedAt: DateTime.utc().toISO() })
}

function queryOf(selection: Selection | undefined, keys: string[] | undefined, action: string) {
  if (selection) return selection.query
  if (!keys) throw new E_NO_ROWS_CHOSEN([])
  const query: SelectionQuery = { keys, ...(action === 'restore' && { trash: 'only' as const }) }
  return query
}

/** What would be refused for every row is said at once. */
async function refuseMistakes(context: ServiceContext, order: RunOrder) {
  const { access, resource } = context
  const { action, changes = {}, input, reason } = order
  access.require(action)

  if (action === 'update') {
    const problems = new Problems()
    const writable = access.writable('update')
    const names = Object.keys(changes).filter((name) => changes[name] !== undefined)
    for (const name of names.filter((one) => !writable.has(one))) {
      const isKnown = access.readable.has(name)
      problems.add(
        name,
        isKnown ? 'readOnly' : 'unknown',
        isKnown ? 'may not be changed' : 'is unknown'
      )
    }
    const fields = names.filter((name) => writable.has(name) && resource.fields.has(name))
    const { problems: found } = await readInput(resource, 'update', fields, changes)
    problems.take(found)
    problems.throwIfAny()
  } else if (action !== 'delete' && action !== 'restore') {
    const own = actionOf(context, action)
    if (!own.on.includes('bulk')) {
      throw new E_ACTION_PLACE([action, 'cannot be done with several rows at once'])
    }
    await readForm(own, { input, reason })
  }
}

/** On whose behalf another process goes on. */
function identityOf({ actor, resource }: ServiceContext) {
  const users = actor.user && resource.registry?.of(actor.user.constructor as any)
  const isProgram = !actor.user && actor.isAdministrator
  return { identity: { users: users?.name ?? null, isProgram, options: actor.options } }
}

function asJson(task: RowsTask): Record<string, unknown> {
  const text = JSON.stringify(task, (_, value) =>
    typeof value === 'bigint' ? String(value) : value
  )
  return JSON.parse(text)
}
