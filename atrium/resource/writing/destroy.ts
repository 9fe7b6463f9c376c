import type { LucidRow } from '@adonisjs/lucid/types/model'

import { E_ROW_IN_USE } from './errors.ts'
import { lockRow } from './lock_row.ts'
import type { Resource } from '../resource.ts'
import { isInUse } from './database_problem.ts'
import type { WriteOptions } from '../service/types.ts'
import type { ServiceContext } from '../service/resource_service.ts'
import { inTransaction, type WriteContext } from './write_transaction.ts'

export type DestroyOptions = WriteOptions & { forGood?: boolean }

/** Deletes a row, or marks it as deleted where the model does that. */
export async function destroy(
  context: ServiceContext,
  key: string,
  options: DestroyOptions = {}
): Promise<void> {
  context.access.require('delete')
  await inTransaction(context, options, (write) => destroyRow(write, key, options))
}

/** Deletes a row within a transaction that is there already. */
export async function destroyRow(
  context: WriteContext,
  key: string,
  { version, forGood }: DestroyOptions = {}
) {
  const row = await lockRow(context, 'delete', key, {
    version,
    trash: forGood ? 'with' : undefined,
  })
  await deleteLocked(context, row, forGood)
}

/**
 * Deletes a row that was read for that.
 *
 * @throws E_ROW_IN_USE
 */
export async function deleteLocked(
  { client, resource }: WriteContext,
  row: LucidRow,
  forGood = false
) {
  row.useTransaction(client)
  try {
    if (forGood && resource.softDeletes) await (row as any).forceDelete()
    else await row.delete()
  } catch (error: any) {
    throw isInUse(error) ? inUse(resource, error) : error
  }
}

/** The database names the table that needs the row. */
function inUse(resource: Resource, { table }: { table: string }) {
  const user = resource.registry?.ofTable(table)
  const label = user ? user.nouns : 'rows of another kind'
  return new E_ROW_IN_USE([resource.noun, label])
}
