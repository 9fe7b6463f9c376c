import { relative } from 'node:path'
import { AssertionError } from 'node:assert'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'

/** A query, and the line of the project that it was made in */
export type MadeQuery = { sql: string; line: string }

type Built = {
  on(event: 'query', listener: (query: { sql: string }) => void): void
  clone?(): Built
}

/**
 * What some work asked of the database, in order, and where in the project.
 */
export async function queriesWithLines(work: () => PromiseLike<unknown>): Promise<MadeQuery[]> {
  const knex = db.connection().getWriteClient()
  const client = knex.client.constructor.prototype
  const original = { queryBuilder: client.queryBuilder, raw: client.raw }
  const lines = new Map<string, string[]>()
  const queries: MadeQuery[] = []
  const limit = Error.stackTraceLimit

  const follow = (built: Built, line: string) => {
    const { clone } = built
    built.on('query', ({ sql }) => lines.set(sql, [...(lines.get(sql) ?? []), line]))
    if (clone) built.clone = () => follow(clone.call(built), line)
    return built
  }
  const noting = (name: keyof typeof original) =>
    function (this: unknown, ...args: unknown[]) {
      return follow(original[name].apply(this, args), projectLine(new Error().stack!))
    }
  const note = ({ sql }: { sql: string }) => {
    queries.push({ sql: sql.replaceAll(/\$\d+/g, '?'), line: '' })
  }

  Error.stackTraceLimit = 60
  client.queryBuilder = noting('queryBuilder')
  client.raw = noting('raw')
  knex.on('query', note)
  try {
    await work()
  } finally {
    knex.removeListener('query', note)
    Object.assign(client, original)
    Error.stackTraceLimit = limit
  }
  return queries.map(({ sql }) => ({ sql, line: lines.get(sql)?.shift() ?? 'elsewhere' }))
}

/**
 * Fails when there are more queries than that: with each statement, how often it came, and from where.
 */
export function assertAtMost(queries: MadeQuery[], budget: number, what: string) {
  if (queries.length <= budget) return

  const bySource = Map.groupBy(queries, ({ sql, line }) => `${line}: ${sql.slice(0, 100)}`)
  const sources = [...bySource]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([source, made]) => `${made.length} × ${source}`)
  throw new AssertionError({
    message: `${what} made ${queries.length} queries, more than ${budget}:\n${sources.join('\n')}`,
  })
}

/** The innermost line that is neither a package's nor the one that runs all statements */
function projectLine(stack: string) {
  const root = app.makePath()
  const places = stack
    .split('\n')
    .map((frame) => /(?:file:\/\/)?(\/[^():]+:\d+):\d+\)?$/.exec(frame)?.[1])
    .filter((place) => place !== undefined)
    .filter((place) => place.startsWith(root) && !/node_modules|query_budget|\/run\.ts/.test(place))
  return places.length ? relative(root, places[0]) : 'elsewhere'
}
