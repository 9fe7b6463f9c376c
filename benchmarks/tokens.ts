import { Client } from 'pg'

import type { Contender } from './contender.ts'

const JSON_TYPE = { 'Content-Type': 'application/json' }

/**
 * Has each contender give out the token that it takes. The limit looks into the same table as
 * Atrium.
 */
export async function issueTokens(contenders: Record<string, Contender>, databaseUrl: string) {
  await forgetCommenter(databaseUrl)
  const user = { username: 'commenter', email: 'commenter@bench.test', password: 'password123' }
  const account = JSON.parse(
    await contenders.ours.ask('POST', '/api/users', JSON.stringify({ user }), JSON_TYPE)
  )
  const { token } = JSON.parse(
    await contenders.plain.ask(
      'POST',
      '/tokens',
      JSON.stringify({ username: user.username }),
      JSON_TYPE
    )
  )

  return {
    limit: `Token ${account.user.token}`,
    ours: `Token ${account.user.token}`,
    plain: `Bearer ${token}`,
  }
}

async function forgetCommenter(databaseUrl: string) {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('delete from auth_access_tokens')
  await client.query(`delete from users where username = 'commenter'`)
  await client.end()
}
