import { E_FILTER } from './errors.ts'
import { formatValue } from './format.ts'
import type { KeyBehind } from './keys.ts'
import type { Actor } from '../actor.ts'
import type { FilterValue, Literal } from './types.ts'

/** Whether a value is `me`, or `me()`. */
export function isMe(value: FilterValue) {
  if (value.type === 'function') return value.name === 'me' && value.args.length === 0
  return value.type === 'literal' && value.value === 'me' && !value.quoted && !value.open
}

/**
 * The key of whoever filters, to compare a field or a relation with; undefined for guests, who are
 * nobody's author.
 *
 * @param behind the key that is compared; undefined when it is none
 * @throws E_FILTER it is not the key of a user
 */
export function keyOfActor(
  { user }: Actor,
  behind: KeyBehind | undefined,
  value: FilterValue,
  name: string
): Literal | undefined {
  const users = user?.constructor as KeyBehind['model'] | undefined
  const isTheirs = users
    ? behind?.model.table === users.table && behind.description.name === users.primaryKey
    : behind !== undefined

  if (!isTheirs) {
    throw new E_FILTER(
      `${formatValue(value)} is you, and ${name} is no user. Put the word in quotes to look for it`,
      value.at
    )
  }

  return user
    ? { type: 'literal', value: String(user.$primaryKeyValue), quoted: true, at: value.at }
    : undefined
}
