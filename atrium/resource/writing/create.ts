import { saveRow } from './save_row.ts'
import { planRow } from './plan_row.ts'
import { Problems } from './problems.ts'
import { keyOfRow } from './key_of_row.ts'
import { E_NOT_ALLOWED } from '../errors.ts'
import { showWritten } from './show_written.ts'
import type { ServiceContext } from '../service/resource_service.ts'
import type { Row, WriteOptions } from '../service/types.ts'
import { inTransaction, type WriteContext } from './write_transaction.ts'

/** Makes a row with all that is saved with it. */
export async function create(
  context: ServiceContext,
  input: Record<string, unknown>,
  options: WriteOptions = {}
): Promise<Row> {
  refuseIfNotCreatable(context)
  return inTransaction(context, options, async (write) =>
    showWritten(write, await createRow(write, input))
  )
}

/** Makes a row within a transaction that is there already, and says which key it got. */
async function createRow(context: WriteContext, input: Record<string, unknown>) {
  refuseIfNotCreatable(context)
  const { resource } = context
  const row = new resource.model()
  const problems = new Problems()
  const planned = await planRow(context, { purpose: 'create', row, input }, problems)
  problems.throwIfAny()

  await saveRow(planned)
  return keyOfRow(resource, row)
}

function refuseIfNotCreatable({ access, resource }: ServiceContext) {
  access.require('create')
  if (resource.options.creatable === false) throw new E_NOT_ALLOWED(['create', resource.name])
}
