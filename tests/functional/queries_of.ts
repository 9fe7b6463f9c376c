import db from '@adonisjs/lucid/services/db'

/**
 * What some work asked of a database, in order: of that of the application, unless said.
 */
export async function queriesOf(work: () => PromiseLike<unknown>, connection?: string) {
  const knex = db.connection(connection).getWriteClient()
  const queries: string[] = []
  const note = ({ sql }: { sql: string }) => queries.push(sql)

  knex.on('query', note)
  await work()
  knex.removeListener('query', note)
  return queries
}
