import { lockRow } from './lock_row.ts'
import { keyOfRow } from './key_of_row.ts'
import { E_NOT_ALLOWED } from '../errors.ts'
import { showWritten } from './show_written.ts'
import { saveProblem } from './database_problem.ts'
import type { Row, WriteOptions } from '../service/types.ts'
import type { ServiceContext } from '../service/resource_service.ts'
import { inTransaction, type WriteContext } from './write_transaction.ts'

/** Takes a row back that was marked as deleted. */
export async function restore(
  context: ServiceContext,
  key: string,
  options: WriteOptions = {}
): Promise<Row> {
  const { access, resource } = context
  if (!resource.softDeletes) throw new E_NOT_ALLOWED(['restore', resource.name])
  access.require('restore')

  return inTransaction(context, options, async (write) =>
    showWritten(write, await restoreDeleted(write, key, options))
  )
}

/** Takes a row back within a transaction that is there already. */
export async function restoreDeleted(
  context: WriteContext,
  key: string,
  { version }: WriteOptions = {}
) {
  const { client, resource } = context
  const row = await lockRow(context, 'restore', key, { version, trash: 'only' })

  try {
    await (row.useTransaction(client) as any).restore()
  } catch (error) {
    throw saveProblem(error, resource)
  }
  return keyOfRow(resource, row)
}
