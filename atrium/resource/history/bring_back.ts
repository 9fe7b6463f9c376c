import { identifier, joined, sql } from '#atrium/model/main'

import { run } from '../reading/run.ts'
import { E_NOT_ALLOWED } from '../errors.ts'
import { E_CANNOT_COME_BACK } from './errors.ts'
import type { Resource } from '../resource.ts'
import { keyOfRow } from '../writing/key_of_row.ts'
import { isWithinScope } from '../writing/lock_row.ts'
import { isLost, plainMessage } from '../writing/database_problem.ts'
import type { WriteContext } from '../writing/write_transaction.ts'
import { type RecordedState, columnsOf, valuesOf } from './recorded_state.ts'

/**
 * Adds a row again that was deleted, with its key and everything that the history has of it. It is no new
 * row: hooks of making one run only where they have to make up what the history does not keep.
 *
 * @param isAllowed it comes back with a row that took it along, which was asked about already
 * @throws E_NOT_ALLOWED, E_CANNOT_COME_BACK
 */
export async function bringBack(
  context: WriteContext,
  state: RecordedState,
  isAllowed = false
): Promise<string> {
  const { access, client, resource } = context
  const columns = await columnsOf(client, resource, state)
  const row = new resource.model()
  row.merge((await valuesOf(client, resource, state, columns)) as any, true)
  if (!isAllowed) await access.authorize('create', row)

  const missing = missingFrom(resource, columns)
  try {
    if (missing.length) await row.useTransaction(client).save()
    else await insert(context, state, columns)
  } catch (error: any) {
    if (isLost(error)) throw error
    throw new E_CANNOT_COME_BACK([resource.noun, reasonOf(error, missing)])
  }

  const key = keyOfRow(resource, row)
  if (!isAllowed && !(await isWithinScope(context, 'create', key))) {
    throw new E_NOT_ALLOWED(['create', resource.name])
  }
  return key
}

/** Fields that a row needs and the history has no values of: what only the model can make up. */
function missingFrom({ description }: Resource, columns: string[]) {
  return description.fields
    .filter(
      ({ kind, nullable, default: fallback, columnName }) =>
        kind !== 'generated' && !nullable && fallback === undefined && !columns.includes(columnName)
    )
    .map(({ name }) => name)
}

async function insert({ client, resource }: WriteContext, state: RecordedState, columns: string[]) {
  const table = identifier(resource.table)
  const names = joined(columns.map((column) => identifier(column)))
  await run(
    client,
    sql`insert into ${table} (${names}) overriding system value
        select ${names} from jsonb_populate_record(null::${table}, ${state}::jsonb)`
  )
}

function reasonOf(error: { code?: string; message: string }, missing: string[]) {
  if (error.code === '23505') return 'another one has taken its place'
  if (error.code === '23503') return 'what it belongs to is gone'
  if (error.code === '23502') return `the history does not keep its ${missing.join(', ')}`
  return plainMessage(error)
}
