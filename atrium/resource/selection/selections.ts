import { createHash } from 'node:crypto'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { type Sql, identifier, literal, sql } from '#atrium/model/main'

import Selection from '../models/selection.ts'
import { ROWS } from '../reading/joins.ts'
import { count } from '../reading/count.ts'
import { E_ROW_NOT_FOUND } from '../errors.ts'
import type { Actor } from '../actor.ts'
import type { Count } from '../service/types.ts'
import { clientOf, run } from '../reading/run.ts'
import { allOf, where } from '../reading/conditions.ts'
import { rowsCondition } from '../reading/rows_condition.ts'
import type { ServiceContext } from '../service/resource_service.ts'
import { keySql, keysCondition } from '../reading/row_key.ts'
import { afterKey, keyOrder } from './key_order.ts'

/** Which rows were chosen: all that a list shows, or some of them by their keys */
export type SelectionQuery = Selection['query']

/** What became of a selection since it was made */
export type Recount = {
  count: Count

  /** How many there were when it was made */
  before: Count

  /** How many more there are by now, or fewer. Null when one of the counts is an estimate */
  drift: number | null

  /** The policy lets the actor reach other rows by now */
  scopeChanged: boolean
}

/** Selections that somebody may have: the oldest make room */
const MOST = 100

/** Counted to the end so far, estimated beyond */
const CAP = 10_000

/**
 * Rows that somebody chose, kept on the server: the browser sends no list of thousands of keys, and what
 * is done is done to the rows that they saw.
 */
export const Selections = {
  /** Keeps what was chosen, with its count and the scope that held then. */
  async create(context: ServiceContext, query: SelectionQuery): Promise<Selection> {
    const { actor, resource } = context
    const client = clientOf(context)
    const counted = await countOf(context, query)
    await this.prune(client)

    const selection = await Selection.create(
      {
        resource: resource.name,
        actor: actor.id ?? '',
        query,
        count: BigInt(counted.value),
        countIsExact: counted.kind === 'exact',
        scope: scopeDigest(context),
      },
      { client }
    )
    if (actor.id) await keepNewest(client, actor.id)
    return selection
  },

  /** Deletes those that ended. */
  async prune(client: QueryClientContract) {
    await run(
      client,
      sql`delete from ${identifier(Selection.table)}
          where created_at < current_timestamp - interval '1 day'`
    )
  },

  /**
   * A selection of this actor.
   *
   * @throws E_ROW_NOT_FOUND there is none, it ended, or it is somebody else's
   */
  async find(actor: Actor, id: string, client?: ServiceContext['client']): Promise<Selection> {
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
    const selection = isId ? await Selection.find(id, client && { client }) : null
    if (!selection || selection.actor !== (actor.id ?? '')) {
      throw new E_ROW_NOT_FOUND(['selection'])
    }
    return selection
  },

  /** Counts again, and says what changed since the selection was made. */
  async recount(context: ServiceContext, selection: Selection): Promise<Recount> {
    const now = await countOf(context, selection.query)
    const before: Count = {
      value: Number(selection.count),
      kind: selection.countIsExact ? 'exact' : 'about',
    }
    const isKnown = now.kind === 'exact' && before.kind === 'exact'

    return {
      count: now,
      before,
      drift: isKnown ? now.value - before.value : null,
      scopeChanged: selection.scope !== scopeDigest(context),
    }
  },
}

/**
 * Keys of the rows of a selection that the actor may list, in the order of the primary key, so that
 * work on them can go on where it ended.
 *
 * @param after the key after which to go on
 */
export async function keysOf(
  context: ServiceContext,
  query: SelectionQuery,
  after: string | null,
  size: number
): Promise<string[]> {
  const { resource } = context
  const rest = after === null ? undefined : afterKey(resource, ROWS, after)
  const condition = allOf([conditionOf(context, query), rest])

  const rows = await run(
    clientOf(context),
    sql`select ${keySql(resource, ROWS)} as key
        from ${identifier(resource.table)} ${identifier(ROWS)} ${where(condition)}
        order by ${keyOrder(resource, ROWS)} limit ${literal(size)}`
  )
  return rows.map(({ key }) => key)
}

/** How many rows a selection holds: exactly up to a limit. */
export async function countOf(context: ServiceContext, query: SelectionQuery): Promise<Count> {
  const { resource } = context
  const [{ found }] = await run(
    clientOf(context),
    sql`select count(*) as found from (
          select 1 from ${identifier(resource.table)} ${identifier(ROWS)}
          ${where(conditionOf(context, query))} limit ${literal(CAP + 1)}) as counted`
  )
  if (Number(found) <= CAP) return { value: Number(found), kind: 'exact' }

  const { filter, search, trash, except = [] } = query
  const { value } = await count(context, { filter, search, trash }, 'estimated')
  return { value: Math.max(value - except.length, CAP), kind: 'about' }
}

async function keepNewest(client: QueryClientContract, actor: string) {
  const selections = identifier(Selection.table)
  await run(
    client,
    sql`delete from ${selections} where id in (
          select id from ${selections} where actor = ${actor}
          order by created_at desc, id desc offset ${literal(MOST)})`
  )
}

function conditionOf({ access, resource }: ServiceContext, query: SelectionQuery): Sql | undefined {
  const { filter, search, trash, keys, except = [] } = query
  return allOf([
    rowsCondition(access, { filter, search, trash }),
    keys && keysCondition(resource, ROWS, keys),
    except.length ? sql`not (${keysCondition(resource, ROWS, except)})` : undefined,
  ])
}

function scopeDigest({ access }: ServiceContext) {
  const scope = JSON.stringify(access.scope('list'))
  return createHash('sha256').update(scope).digest('hex')
}
