/*
| Prints the address of a PostgreSQL on the standard port that lets us create
| databases. Exit code 1 if there is none.
*/

import { Client } from 'pg'
import { userInfo } from 'node:os'

const users = [userInfo().username, 'postgres', 'postgres:postgres']

for (const user of users) {
  const url = `postgres://${user}@127.0.0.1:5432/postgres`
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(
      'select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user'
    )
    if (rows[0].may) {
      console.log(url)
      process.exit(0)
    }
  } catch {
    /* The next one may be let in. */
  } finally {
    await client.end().catch(() => {})
  }
}
process.exit(1)
