import { lockRow } from './lock_row.ts'
import { planRow } from './plan_row.ts'
import { saveRow } from './save_row.ts'
import { Problems } from './problems.ts'
import { keyOfRow } from './key_of_row.ts'
import { showWritten } from './show_written.ts'
import type { Row, WriteOptions } from '../service/types.ts'
import type { ServiceContext } from '../service/resource_service.ts'
import { inTransaction, type WriteContext } from './write_transaction.ts'

/** Changes a row with all that is saved with it. */
export async function update(
  context: ServiceContext,
  key: string,
  input: Record<string, unknown>,
  options: WriteOptions = {}
): Promise<Row> {
  context.access.require('update')
  return inTransaction(context, options, async (write) => {
    const { key: written } = await updateRow(write, key, input, options)
    return showWritten(write, written)
  })
}

/** Changes a row within a transaction that is there already. */
export async function updateRow(
  context: WriteContext,
  key: string,
  input: Record<string, unknown>,
  { version }: WriteOptions = {}
): Promise<{ key: string; isChanged: boolean }> {
  const row = await lockRow(context, 'update', key, { version })
  const problems = new Problems()
  const planned = await planRow(context, { purpose: 'update', row, input }, problems)
  problems.throwIfAny()

  const isChanged = Object.keys(row.$dirty).length > 0
  await saveRow(planned)
  return { key: keyOfRow(context.resource, row), isChanged: isChanged || hasRelated(planned) }
}

function hasRelated({ links, inlines }: Awaited<ReturnType<typeof planRow>>) {
  return links.length > 0 || inlines.some(({ saved, deleted }) => saved.length || deleted.length)
}
