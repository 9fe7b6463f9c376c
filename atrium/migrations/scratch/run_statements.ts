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
    await client.query(inOneMessage(statements))
  } catch (error) {
    await findFailing(client, statements)
    throw error
  }
}

/**
 * Runs statements in one transaction, looks at what they have made, and takes it all back.
 *
 * @throws FailedStatement one of them was refused
 */
export async function tryStatements<T>(
  client: Queryable,
  statements: string[],
  look: () => Promise<T>
) {
  await client.query('begin')
  try {
    await client.query(inOneMessage(statements))
  } catch (error) {
    await client.query('rollback')
    await findFailing(client, statements)
    throw error
  }

  try {
    return await look()
  } finally {
    await client.query('rollback')
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

/** A comment at the end of one ends before the next. */
function inOneMessage(statements: string[]) {
  return statements.map((sql) => `${sql}\n;`).join('\n')
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
