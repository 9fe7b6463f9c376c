import { Client } from 'pg'

import { E_POSTGRES_UNREACHABLE } from './errors.ts'

/** How long a connection may take, in milliseconds. */
const CONNECT_WITHIN = 2_000

/**
 * How Lucid connects to a database. The parts of a process that answer visitors give up early:
 * nobody waits for a page that long. Commands and tests take their time.
 *
 * @param url as in DATABASE_URL; its `sslmode` holds. Without one, the provider fills it in
 * @param options.patient no limits on statements and locks
 */
export function connectionTo(url: string | undefined, options: { name: string; patient: boolean }) {
  const limits = {
    statement_timeout: 5_000,
    lock_timeout: 2_000,
    idle_in_transaction_session_timeout: 10_000,
  }

  return {
    connectionString: url,
    application_name: options.name,
    connectionTimeoutMillis: CONNECT_WITHIN,
    keepAlive: true,
    ...(options.patient ? {} : limits),
  }
}

/**
 * Says in one sentence what is wrong with a server of your own.
 *
 * @throws E_POSTGRES_UNREACHABLE
 */
export async function assertReachable(url: string) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException
    throw new E_POSTGRES_UNREACHABLE(
      `The database ${withoutPassword(url)} cannot be reached: ${message || code}. ` +
        'Start that server or correct DATABASE_URL; without DATABASE_URL the embedded one is used.'
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/** The address as it may be shown. */
export function withoutPassword(url: string) {
  return url.replace(/:[^:@/]*@/, ':***@')
}
