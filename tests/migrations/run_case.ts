import { mkdir } from 'node:fs/promises'
import type { Assert } from '@japa/assert'
import { compare } from '#atrium/migrations/main'
import type { Draft, Schema } from '#atrium/migrations/main'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import type { Case } from './case.ts'
import { assertLintClean } from './assert_lint_clean.ts'
import { Project, madeInOneGo } from './project.ts'
import type { ScratchDatabases } from './scratch_databases.ts'

type Run = { assert: Assert; scratch: ScratchDatabases }
type Generation = { drafts: Draft[]; notes: string[]; asked: string[]; error?: Error }

/**
 * Generates the migrations of a case and runs them on a database with rows: forth, once more to see
 * that nothing is left to do, back, and forth again.
 */
export async function runCase(theCase: Case, { assert, scratch }: Run) {
  const project = await Project.of(theCase.before(), scratch)

  try {
    await mkdir(project.folder, { recursive: true })
    await project.run(theCase.rows ?? [])
    const models = theCase.after()
    const generation = await generateBy(theCase, project, models)
    assert.sameMembers(generation.asked, theCase.asks ?? [], 'questions')

    if (theCase.refused) {
      assert.match(generation.error?.message ?? 'generated', theCase.refused)
      return
    }
    if (generation.error) throw generation.error
    if (theCase.unchanged) {
      assert.lengthOf(generation.drafts, 0, 'migrations')
      return
    }

    assertText(theCase, generation, assert)
    await assertLintClean(generation.drafts, assert)
    await assertLosses(theCase, generation.drafts, project, assert)
    await project.write(generation.drafts)
    if (theCase.stops) return await assertStops(theCase.stops, project, assert)

    await goForth(theCase, project, models, { assert, scratch })
  } finally {
    await project.close()
  }
}

/** Answers what is asked, round after round, as somebody at a terminal would. */
async function generateBy({ answers = {} }: Case, project: Project, models: LucidModel[]) {
  const asked: string[] = []
  const given: Record<string, string> = {}

  try {
    for (;;) {
      const result = await project.generate(models, given)
      if (!('drafts' in result)) {
        const ids = result.questions.map(({ id }) => id)
        const unanswered = ids.filter((id) => answers[id] === undefined || given[id] !== undefined)
        if (unanswered.length) throw new Error(`Nobody answers ${unanswered}`)

        asked.push(...ids)
        for (const { id, open } of result.questions) {
          given[id] = answers[id] === 'example' ? open!.example : answers[id]
        }
        continue
      }
      return { drafts: result.drafts, notes: result.notes, asked } satisfies Generation
    }
  } catch (error) {
    return { drafts: [], notes: [], asked, error: error as Error } satisfies Generation
  }
}

function assertText({ sql = [], never = [], notes = [] }: Case, made: Generation, assert: Assert) {
  const statements = made.drafts.flatMap(({ up }) => up).map((one) => JSON.stringify(one))
  const said = [
    ...made.notes,
    ...made.drafts.flatMap((draft) => [...draft.notes, ...draft.description]),
  ]

  for (const pattern of sql) assert.match(statements.join('\n'), pattern)
  for (const pattern of never) assert.notMatch(statements.join('\n'), pattern)
  for (const pattern of notes) assert.match(said.join('\n'), pattern)
}

/** What is lost is announced by the first file, with the rows that lose it. */
async function assertLosses(
  { loses = [] }: Case,
  drafts: Draft[],
  project: Project,
  assert: Assert
) {
  const lost: string[] = []
  for (const { what, rows } of drafts.flatMap(({ losses }) => losses)) {
    if ((await project.value(rows)) !== '0') lost.push(what)
  }

  for (const pattern of loses)
    assert.isTrue(
      lost.some((what) => pattern.test(what)),
      `loses ${pattern}: ${lost}`
    )
  if (!loses.length) assert.deepEqual(lost, [])
}

async function assertStops(pattern: RegExp, project: Project, assert: Assert) {
  const before = await project.schema()
  const error = await project.migrate('up').then(
    () => null,
    (reason: Error) => reason
  )

  assert.match(error?.message ?? 'it ran', pattern)
  assert.deepEqual(await project.schema(), before, 'nothing was changed')
}

async function goForth(
  theCase: Case,
  project: Project,
  models: LucidModel[],
  { assert, scratch }: Run
) {
  const before = await project.schema()
  const wanted = await madeInOneGo(models, scratch)

  await project.migrate('up')
  await assertValues(theCase.up, project, assert)
  assertSame(await project.schema(), wanted, assert)

  const again = await project.generate(models, {})
  assert.isTrue('isUpToDate' in again && again.isUpToDate, 'generating again finds nothing to do')

  await project.migrate('down')
  await assertValues(theCase.down, project, assert)
  assert.sameMembers(Object.keys((await project.schema()).tables), Object.keys(before.tables))

  await project.migrate('up')
  assertSame(await project.schema(), wanted, assert)
}

async function assertValues(checks: Case['up'] = [], project: Project, assert: Assert) {
  for (const [sql, value] of checks) assert.equal(await project.value(sql), value, sql)
}

function assertSame(schema: Schema, wanted: Schema, assert: Assert) {
  assert.deepEqual(compare(schema, wanted), [], 'the schema is the one that the models give')
}
