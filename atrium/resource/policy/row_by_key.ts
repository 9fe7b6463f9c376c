import type { LucidRow } from '@adonisjs/lucid/types/model'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

import type { Resource } from '../resource.ts'
import { E_ROW_NOT_FOUND } from '../errors.ts'
import { keyCondition } from '../reading/row_key.ts'

/**
 * The row with a key, whoever may see it and whether or not it lies in the trash: for those who ask what
 * the policy says of it.
 *
 * @throws E_ROW_NOT_FOUND
 */
export async function rowByKey(
  resource: Resource,
  key: string,
  client?: QueryClientContract
): Promise<LucidRow> {
  const condition = keyCondition(resource, resource.table, key)
  const query = resource.model.query({ client }).whereRaw(condition.text, [...condition.bindings])
  if (resource.softDeletes) query.withScopes((scopes: any) => scopes.withDeleted())

  const row = await query.first()
  if (!row) throw new E_ROW_NOT_FOUND([resource.noun])
  return row
}
