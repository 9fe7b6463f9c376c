import { type AuthorizationResponse, Bouncer } from '@adonisjs/bouncer'
import type { LucidRow } from '@adonisjs/lucid/types/model'

import { Policy } from './policy.ts'
import type { Actor } from '../actor.ts'

/**
 * What the method of a policy that is named like an action says of a row: nothing where there is no such
 * method. Bouncer asks it, with its hooks and events.
 */
export async function askPolicy(
  policy: Policy,
  actor: Actor,
  action: string,
  row?: LucidRow
): Promise<AuthorizationResponse | undefined> {
  if (!hasMethod(policy, action)) return undefined

  const policyClass = policy.constructor as any
  const authorizer: any = new Bouncer(actor).with(policyClass)
  return authorizer.execute(action, row)
}

/** Whether a policy has a method for an action. Those that every policy has are about none. */
export function hasMethod(policy: Policy, action: string) {
  return !(action in Policy.prototype) && typeof (policy as any)[action] === 'function'
}
