import assert from 'node:assert/strict'
import type { Group } from '@japa/runner/core'
import {
  arrange,
  compare,
  plan,
  readSchema,
  renameStatements,
  Scratch,
} from '#atrium/migrations/main'
import type { Change, Decided, Draft, Rename, Statement } from '#atrium/migrations/main'

type Check = [sql: string, value: unknown]

/** Two states of a database in SQL, and what has to hold on the way between them */
export type Journey = {
  before: string
  now: string

  /** SQL that fills the tables of `before` */
  rows?: string
  renames?: Rename[]
  decided?: (change: Change) => Partial<Decided>
  components?: Record<string, string>
  name?: string

  /** What holds after going forth, and after going back */
  up?: Check[]
  down?: Check[]

  /** Kinds of changes that are left after going back */
  left?: string[]
}

/**
 * Gives the tests of a group a function that plans the way from one state to another and goes it, forth,
 * back and forth again, on a database with rows. Files without a transaction run twice each time.
 */
export function journeysFor(group: Group) {
  let scratch: Scratch
  group.setup(async () => {
    scratch = await Scratch.open(process.env.DATABASE_URL!)
    return () => scratch.drop()
  })

  async function schemaOf(statements: string[]) {
    await scratch.query('begin')
    for (const sql of statements) await scratch.query(sql)
    const schema = await readSchema(scratch)
    await scratch.query('rollback')
    return schema
  }

  async function begin() {
    await scratch.query('rollback')
    await scratch.clear()
  }

  async function planned({ before, now, renames = [], ...journey }: Journey) {
    await begin()
    const to = await schemaOf([now])
    const old = await schemaOf([before])
    const from = await schemaOf([before, ...renameStatements(renames, old).up])
    const changes = compare(from, to).map((change) => ({
      change,
      guards: [],
      losses: [],
      lossesBack: [],
      notes: [],
      ...journey.decided?.(change),
    }))
    const { components = {}, name } = journey
    const decisions = { renames, changes, notes: [] }
    const steps = plan(decisions, from, to, { before: old, components })
    return { old, to, steps, drafts: arrange(steps, decisions, components, name) }
  }

  const sqlOf = (statement: Statement) => {
    if (typeof statement === 'string') return statement
    return `update ${statement.table} set ${statement.set} where ${statement.where}`
  }

  async function run(draft: Draft, direction: 'up' | 'down') {
    if (draft.transactional) await scratch.query('begin')
    for (let turn = draft.transactional ? 1 : 0; turn < 2; turn++) {
      for (const statement of draft[direction]) {
        await scratch.query(sqlOf(statement)).catch((error) => {
          error.message = `${draft.name} ${direction}: ${error.message}\n${sqlOf(statement)}`
          throw error
        })
      }
    }
    if (draft.transactional) await scratch.query('commit')
  }

  async function hold(checks: Check[] = []) {
    for (const [sql, value] of checks) {
      const { rows } = await scratch.query(sql)
      assert.deepEqual(Object.values(rows[0] ?? { none: null })[0], value, sql)
    }
  }

  async function go(journey: Journey) {
    const { drafts, old, to, steps } = await planned(journey)
    await scratch.query(journey.before)
    await scratch.query(journey.rows ?? '')
    const kinds = (changes: Change[]) => changes.map(({ kind }) => kind).toSorted()

    for (const draft of drafts) await run(draft, 'up')
    assert.deepEqual(compare(await readSchema(scratch), to), [], 'after going forth')
    await hold(journey.up)

    for (const draft of drafts.toReversed()) await run(draft, 'down')
    const left = compare(await readSchema(scratch), old)
    assert.deepEqual(kinds(left), journey.left ?? [], 'after going back')
    await hold(journey.down)

    for (const draft of drafts) await run(draft, 'up')
    assert.deepEqual(compare(await readSchema(scratch), to), [], 'after going forth again')
    return { drafts, steps, sql: drafts.flatMap(({ up }) => up.map(sqlOf)) }
  }

  return { go, planned }
}
