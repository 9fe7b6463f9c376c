import type { Group } from '@japa/runner/core'
import { compare, decide, readSchema, Scratch } from '#atrium/migrations/main'
import type { Answers, Decided, Hints, Rename, Rows } from '#atrium/migrations/main'

type Plot = {
  before: string
  now: string

  /** What the database of the developer holds, null for none */
  rows?: string | null
  renames?: Rename[]

  /** What carries them out */
  renaming?: string
  answers?: Answers
  fills?: Hints['fills']
}

/** What was decided about rows, with what the queries of guards and losses count */
type Outcome = { guards: number[]; losses: Record<string, number> }

/**
 * Gives the tests of a group a function that decides about the changes between two states, said in SQL.
 */
export function decisionsFor(group: Group) {
  let scratch: Scratch
  group.setup(async () => {
    scratch = await Scratch.open(process.env.DATABASE_URL!)
    return () => scratch.drop()
  })

  /** Takes back what it did, so that an error of the query changes nothing else */
  async function attempt<T>(work: () => Promise<T>) {
    await scratch.query('savepoint attempt')
    try {
      return await work()
    } finally {
      await scratch.query('rollback to savepoint attempt')
    }
  }

  const value = (sql: string) =>
    attempt(async () => Number(Object.values((await scratch.query(sql)).rows[0])[0]))

  const rows: Rows = {
    count: value,
    examples: (sql) =>
      attempt(async () =>
        (await scratch.query(sql)).rows.map((row) => String(Object.values(row)[0]))
      ),
  }

  rows.refusal = (sql) =>
    value(sql).then(
      () => null,
      (error: Error) => error.message
    )

  return async (plot: Plot) => {
    await scratch.query('begin')
    try {
      const to = await attempt(async () => {
        await scratch.query(plot.now)
        return readSchema(scratch)
      })
      await scratch.query(plot.before)
      const from = await attempt(async () => {
        await scratch.query(plot.renaming ?? 'select 1')
        return readSchema(scratch)
      })
      await scratch.query(plot.rows ?? 'select 1')

      const { decisions, questions, known } = await decide({
        renames: plot.renames ?? [],
        changes: compare(from, to),
        from,
        to,
        hints: { renamedTables: {}, renamedColumns: {}, fills: plot.fills ?? {}, components: {} },
        answers: plot.answers ?? {},
        rows: plot.rows === null ? null : rows,
      })
      const { changes, notes } = decisions
      return {
        changes,
        notes: [...notes, ...changes.flatMap((one) => one.notes)],
        ids: questions.map(({ id }) => id),
        questions,
        known,
        outcome: await outcomeOf(changes),
      }
    } finally {
      await scratch.query('rollback')
    }
  }

  async function outcomeOf(changes: Decided[]): Promise<Outcome> {
    const outcome: Outcome = { guards: [], losses: {} }
    for (const { guards, losses } of changes) {
      for (const { count } of guards) outcome.guards.push(await value(count))
      for (const { what, rows: sql } of losses) outcome.losses[what] = await value(sql)
    }
    return outcome
  }
}
