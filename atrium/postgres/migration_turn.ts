import { Client } from 'pg'
import { setTimeout as pause } from 'node:timers/promises'

/** The advisory lock of whoever migrates a database. Any number would do. */
const KEY = 481_720_162

/** The lock of Lucid's migrator, which does not wait for it but fails. */
const LUCIDS_KEY = 1

/** How often somebody who waits asks again, in milliseconds */
const INTERVAL = 100

/**
 * Does `work` when nobody else migrates the database, and waits until then. A migrator that was
 * killed can leave a statement running, which still holds Lucid's lock: that is waited for too.
 *
 * Whoever waits asks again and again: a statement that waits for the lock would be one that `create index
 * concurrently`, in the migration of the other, waits for in turn.
 *
 * @param onWait called when somebody else is at it
 */
export async function inTurn<T>(url: string, work: () => Promise<T>, onWait: () => void) {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()

  try {
    if (!(await tryLocks(client))) {
      onWait()
      do await pause(INTERVAL)
      while (!(await tryLocks(client)))
    }
    await client.query('select pg_advisory_unlock($1)', [LUCIDS_KEY])
    return await work()
  } finally {
    await client.end()
  }
}

async function tryLocks(client: Client) {
  const { rows } = await client.query(
    'select pg_try_advisory_lock($1) as ours, pg_try_advisory_lock($2) as lucids',
    [KEY, LUCIDS_KEY]
  )
  const [{ ours, lucids }] = rows
  if (ours && lucids) return true

  await client.query('select pg_advisory_unlock_all()')
  return false
}
