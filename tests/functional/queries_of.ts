import db from '@adonisjs/lucid/services/db'

/**
 * What some work asked of the database, in order.
 */
export async function queriesOf(work: () => PromiseLike<unknown>) {
  const knex = db.connection().getWriteClient()
  const queries: string[] = []
  const note = ({ sql }: { sql: string }) => queries.push(sql)

  knex.on('query', note)
  await work()
  knex.removeListener('query', note)
  return queries
}
