import type { LucidRow } from '@adonisjs/lucid/types/model'
import { E_STALE_ROW, type Sql, identifier, sql } from '#atrium/model/main'

import { run } from '../reading/run.ts'
import { keyCondition } from '../reading/row_key.ts'
import type { Resource } from '../resource.ts'
import type { WriteContext } from './write_transaction.ts'
import type { ServiceContext } from '../service/resource_service.ts'
import { E_NOT_ALLOWED, E_ROW_NOT_FOUND } from '../errors.ts'

type LockOptions = {
  /** The version that the writer saw */
  version?: string

  /** Rows that are marked as deleted: left out unless said */
  trash?: 'only' | 'with'

  /** What else must hold of the row, as a condition on the resource's table */
  where?: Sql
}

/**
 * Reads and locks the row that an action is about to work on, if the actor may do that with it.
 *
 * @throws E_ROW_NOT_FOUND there is none, or the actor may not know of it
 * @throws E_NOT_ALLOWED the actor may see it, but not do this
 * @throws E_STALE_ROW it is not any more what the writer saw
 */
export async function lockRow(
  context: WriteContext,
  action: string,
  key: string,
  { version, trash, where }: LockOptions = {}
): Promise<LucidRow> {
  const { access, resource } = context
  access.require(action)

  const row = await read(context, action, keyCondition(resource, resource.table, key), trash, where)
  if (!row || !(row.$extras.atrium_reached || row.$extras.atrium_seen)) {
    throw new E_ROW_NOT_FOUND([resource.noun])
  }
  if (!row.$extras.atrium_reached) throw new E_NOT_ALLOWED([action, resource.name])
  if (version !== undefined && row.$extras.xmin !== version) {
    throw new E_STALE_ROW([resource.label, key])
  }

  await access.authorize(action, row)
  return row
}

async function read(
  { access, client, resource }: WriteContext,
  action: string,
  isWanted: Sql,
  trash?: 'only' | 'with',
  where?: Sql
): Promise<LucidRow | null> {
  const { model, table } = resource
  const reached = access.rowsSql(table, action) ?? sql`true`
  const seen = access.may('show') ? (access.rowsSql(table, 'show') ?? sql`true`) : sql`false`
  const wanted = where ? isWanted.and(where) : isWanted

  const query: any = model
    .query({ client })
    .select(...columnsOf(resource))
    .select(client.raw(`${identifier(table, 'xmin').text}::text as xmin`))
    .select(flag(reached, 'atrium_reached'), flag(seen, 'atrium_seen'))
    .whereRaw(wanted.text, [...wanted.bindings])
    .forUpdate(table)

  if (resource.softDeletes && trash) {
    query.withScopes((scopes: any) =>
      trash === 'only' ? scopes.onlyDeleted() : scopes.withDeleted()
    )
  }
  return query.first()

  function flag({ text, bindings }: Sql, name: string) {
    return client.raw(`coalesce((${text}), false) as ${name}`, [...bindings])
  }
}

/** What rows are made of: not what serves only queries, which may be large. */
function columnsOf({ model, table }: Resource) {
  return Array.from(
    model.$columnsDefinitions.values(),
    ({ columnName }) => `${table}.${columnName}`
  )
}

/** Whether the row, as it is by now, is one of those that the actor may reach by the action. */
export async function isWithinScope(
  { access, client, resource }: Required<Omit<ServiceContext, 'actor'>>,
  action: string,
  key: string
) {
  const scope = access.rowsSql(resource.table, action)
  if (!scope) return true

  const found = await run(
    client,
    sql`select 1 from ${identifier(resource.table)}
        where ${keyCondition(resource, resource.table, key)} and (${scope})`
  )
  return found.length > 0
}
