import { E_RESOURCE_NOT_FOUND } from '#app/web/public'

import { sql } from '#atrium/model/main'
import { readJson } from './read_json.ts'
import { idOf, personColumns } from './people.ts'
import type { Profile } from './types.ts'

/**
 * Reads a person by their name, written in any case; null when there is nobody of that name.
 */
export async function readProfile(username: string, readerId?: number): Promise<Profile | null> {
  const json = await readJson(sql`
    select row_to_json(entry)::text as json from (
      select u.id, ${personColumns(readerId)} from users u where u.id = ${idOf(username)}
    ) entry`)

  return json === null ? null : JSON.parse(json)
}

/**
 * The same person, who must exist.
 *
 * @throws E_RESOURCE_NOT_FOUND there is nobody of that name
 */
export async function readProfileOrFail(username: string, readerId?: number): Promise<Profile> {
  const profile = await readProfile(username, readerId)
  if (!profile) throw new E_RESOURCE_NOT_FOUND('profile')

  return profile
}

/**
 * The same person as the JSON text that the API answers with, made by PostgreSQL.
 */
export function readProfileAsJson(username: string, readerId?: number): Promise<string | null> {
  return readJson(sql`
    select concat('{"profile":', row_to_json(entry), '}') as json from (
      select ${personColumns(readerId)} from users u where u.id = ${idOf(username)}
    ) entry`)
}
