import { E_MIGRATION_NAME } from '../errors.ts'

/** So many characters leave room for the date and for what is put behind */
const LONGEST = 60

/**
 * A name that somebody gave, as part of a file's name.
 *
 * @throws E_MIGRATION_NAME nothing is left of it, or it is too long
 */
export function migrationName(given: string) {
  const name = given
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')

  if (name === '' || name.length > LONGEST) {
    throw new E_MIGRATION_NAME(
      `A migration cannot be called "${given}": letters from a to z and digits become its file's name, at least one and at most ${LONGEST}.`
    )
  }
  return name
}
