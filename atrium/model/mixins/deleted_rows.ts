import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'

type Query = ModelQueryBuilderContract<LucidModel, any>

/**
 * Which rows of a model with soft deletes a query shows, other than the ones that are left.
 */
type Shown = 'all' | 'deleted'

/**
 * Tells a query which rows to show. It is kept in knex's own context of the query, which copies of
 * the query take along.
 */
export function showing<Q extends Query>(shown: Shown, query: Q): Q {
  query.knexQuery.queryContext({ ...query.knexQuery.queryContext(), shown })
  return query
}

/**
 * Narrows a query down to the rows that are left, or to those that it was told to show.
 */
export function leaveOutDeleted(query: Query) {
  const { shown } = query.knexQuery.queryContext() ?? {}
  const source = sourceOf(query)
  if (shown === 'all' || !source) return

  const column = `${source}.${query.model.$keys.attributesToColumns.get('deletedAt', 'deletedAt')}`
  const narrowed = (query as any).wrapExisting()
  shown === 'deleted' ? narrowed.whereNotNull(column) : narrowed.whereNull(column)
}

/**
 * By which name the query knows the model's table. A query on top of another one has none: the
 * inner one is narrowed already.
 */
export function sourceOf(query: any): string | undefined {
  const { table } = query.knexQuery._single
  if (typeof table !== 'string') return undefined

  return table.split(/\s+as\s+/i).at(-1)
}
