import { sql, type Sql } from '#atrium/model/main'

/**
 * The id of the person with this name, written in any case.
 */
export function idOf(username: string): Sql {
  return sql`(
    select id from users
    where lower(username collate "und-x-icu") = lower(${username}::text collate "und-x-icu")
  )`
}

/**
 * What is shown of the person `u`, to whoever reads.
 */
export function personColumns(readerId: number | undefined): Sql {
  return sql`u.username, u.bio, u.image, ${isFollowedBy(readerId)} as following`
}

function isFollowedBy(readerId: number | undefined) {
  if (readerId === undefined) {
    return sql`false`
  }

  return sql`exists (
    select from follows where follower_id = ${readerId}::bigint and followed_id = u.id
  )`
}
