import { E_NAME_TOO_LONG } from './errors.ts'
import { LONGEST_NAME } from '../schema/names.ts'

/**
 * A name that somebody chose, which PostgreSQL must keep as it is.
 *
 * @param who has the name, for the message when it is too long
 */
export function checkedName(name: string, who: string) {
  const bytes = Buffer.byteLength(name)
  if (bytes > LONGEST_NAME) throw new E_NAME_TOO_LONG([who, name, bytes])

  return name
}
