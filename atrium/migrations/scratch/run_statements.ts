import { FailedStatement } from './failed_statement.ts'
import type { Queryable } from '../schema/read_schema.ts'

/**
 * Runs statements in one transaction, all in one message.
 *
 * @throws FailedStatement one of them was refused; none has left anything
 */
export async function runStatements(client: Queryable, statements: string[]) {
  if (statements.length === 0) return

  try {
    await client.query(statements.map((sql) => `${sql}\n;`).join('\n'))
  } catch (error) {
    await findFailing(client, statements)
    throw error
  }
}

/**
 * Runs statements one at a time, each for itself, as those need that run in no transaction.
 *
 * @throws FailedStatement one of them was refused; those before it stay
 */
export async function runEach(client: Queryable, statements: string[]) {
  for (const [index, sql] of statements.entries()) {
    await client.query(sql).catch((error) => {
      throw new FailedStatement(index, sql, error)
    })
  }
}

/** Of a whole message PostgreSQL does not say which part was wrong. */
async function findFailing(client: Queryable, statements: string[]) {
  await client.query('begin')
  try {
    await runEach(client, statements)
  } finally {
    await client.query('rollback')
  }
}
