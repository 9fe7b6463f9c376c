import { newUuid, operation, transaction } from '#atrium/model/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

import type { WriteOptions } from '../service/types.ts'
import type { ServiceContext } from '../service/resource_service.ts'
import { clientOf } from '../reading/run.ts'
import { changes } from '../history/changes.ts'

/** What writes work with: everything happens in this transaction */
export type WriteContext = ServiceContext & { client: TransactionClientContract }

/**
 * Runs a write in a transaction, nested in that of the caller, on behalf of the actor. Whoever wants to
 * hear of changes is told soon afterwards.
 */
export async function inTransaction<Result>(
  context: ServiceContext,
  options: WriteOptions & { undoes?: string },
  write: (context: WriteContext) => Promise<Result>
): Promise<Result> {
  const { actor } = context
  const told = actor.operation({
    id: options.operationId ?? newUuid(),
    ...(options.reason && { reason: options.reason }),
    ...(options.undoes && { undoes: options.undoes }),
  })

  const result = await transaction(clientOf(context), async (trx) => {
    await operation(trx, told)
    return write({ ...context, client: trx })
  })
  changes.wake()
  return result
}
