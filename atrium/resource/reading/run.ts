import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Sql } from '#atrium/model/main'

import type { ServiceContext } from '../service/resource_service.ts'

/** What a context reads through: the caller's transaction, or the connection of the model. */
export function clientOf({ client, resource }: Pick<ServiceContext, 'client' | 'resource'>) {
  return client ?? (resource.model.$adapter as any).modelConstructorClient(resource.model)
}

/** Runs a statement and gives its rows. */
export async function run(client: QueryClientContract, statement: Sql): Promise<any[]> {
  const { rows } = await client.rawQuery(statement.text, [...statement.bindings])
  return rows
}
