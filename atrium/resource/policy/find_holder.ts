import type { LucidRow } from '@adonisjs/lucid/types/model'

import type { ResourceRegistry } from '../registry.ts'
import { E_NOBODY_HOLDS_ROLES, E_UNKNOWN_USER } from '../errors.ts'

type Holders = { findHolder(text: string): Promise<LucidRow | null> }

/**
 * The user whom somebody means by a key, a username or an email: a row of the model that holds roles.
 *
 * @throws E_UNKNOWN_USER, E_NOBODY_HOLDS_ROLES
 */
export async function findHolder(registry: ResourceRegistry, text: string): Promise<LucidRow> {
  const models = registry.all().map(({ model }) => model as unknown as Partial<Holders>)
  const holders = models.find((model): model is Holders => 'findHolder' in model)
  if (!holders) throw new E_NOBODY_HOLDS_ROLES()

  const user = await holders.findHolder(text)
  if (!user) throw new E_UNKNOWN_USER([text])
  return user
}
