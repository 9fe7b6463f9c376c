import { Sql } from '#atrium/model/main'

/**
 * A moment in JSON: ISO 8601, UTC, with milliseconds, whatever the time zone of the connection.
 */
export function isoTime(column: string): Sql {
  return new Sql(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
}
