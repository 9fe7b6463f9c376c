import { test } from '@japa/runner'
import { mkdir } from 'node:fs/promises'
import type { Assert } from '@japa/assert'
import { compare } from '#atrium/migrations/main'
import type { Draft, Question } from '#atrium/migrations/main'

import { serverOfTests } from '../../migrations/test_cases.ts'
import { Project, madeInOneGo } from '../../migrations/project.ts'
import { ScratchDatabases } from '../../migrations/scratch_databases.ts'
import {
  changed,
  modelsOf,
  pick,
  randomFrom,
  randomTables,
  rowsOf,
  type Tables,
} from './random_models.ts'

/** How many pairs of models are tried, and with which one to begin */
const PAIRS = Number(process.env.MIGRATION_PAIRS ?? 80)
const FIRST = Number(process.env.MIGRATION_SEED ?? 1)

/** What a developer may be told instead of getting a migration */
const REFUSALS = /^E_(FILL_NOT_UNIQUE|ANSWER_NOT_UNDERSTOOD)$/

const seeds = Array.from({ length: PAIRS }, (_, place) => FIRST + place)

test.group('Random models become other random models', (group) => {
  let scratch: ScratchDatabases

  group.setup(() => {
    scratch = new ScratchDatabases(serverOfTests())
    return () => scratch.close()
  })

  test('pair {$self}: forth, back and forth, with rows, and nothing is lost unasked')
    .with(seeds)
    .run(async ({ assert }, seed) => {
      const random = randomFrom(seed)
      const before = randomTables(random)
      const after = changed(before, random)
      const project = await Project.of(modelsOf(before), scratch)

      try {
        await mkdir(project.folder, { recursive: true })
        await project.run(rowsOf(before))
        await change(project, before, after, random, { assert, scratch })
      } finally {
        await project.close()
      }
    })
})

async function change(
  project: Project,
  before: Tables,
  after: Tables,
  random: () => number,
  { assert, scratch }: { assert: Assert; scratch: ScratchDatabases }
) {
  const models = modelsOf(after)
  const { drafts, answers } = await answered(project, models, random)
  if (!drafts) return

  const wanted = await madeInOneGo(models, scratch)
  const counts = await countRows(project, before)
  const untouched = await project.schema()
  await project.write(drafts)

  const mayStop = drafts.some(({ guards }) => guards.length > 0)
  const failure = await project.migrate('up').then(
    () => null,
    (error) => error
  )
  if (failure) {
    assert.isTrue(mayStop, failure.stack)
    assert.equal(failure.code, 'E_MIGRATION_REFUSED', failure.stack)
    assert.deepEqual(await project.schema(), untouched)
    return
  }

  assert.deepEqual(compare(await project.schema(), wanted), [])
  if (!Object.values(answers).includes('delete')) await assertKept(project, after, counts, assert)

  const again = await project.generate(models, {})
  assert.isTrue('isUpToDate' in again && again.isUpToDate)
  await project.migrate('down')
  await project.migrate('up')
  assert.deepEqual(compare(await project.schema(), wanted), [])
}

/** Answers at random until nothing is asked any more. */
async function answered(
  project: Project,
  models: ReturnType<typeof modelsOf>,
  random: () => number
) {
  const answers: Record<string, string> = {}
  for (;;) {
    try {
      const result = await project.generate(models, answers)
      if ('drafts' in result) return { drafts: result.drafts as Draft[], answers }
      for (const question of result.questions) answers[question.id] = answerTo(question, random)
    } catch (error: any) {
      if (REFUSALS.test(error.code)) return { drafts: null, answers }
      throw error
    }
  }
}

/** One of the choices, or the example where there is no other. */
function answerTo({ choices, open }: Question, random: () => number) {
  return choices.length > 0 ? pick(random, choices).value : open!.example
}

async function countRows(project: Project, tables: Tables) {
  const counts = new Map<string, string | null>()
  for (const { name } of tables)
    counts.set(name, await project.value(`select count(*) from "${name}"`))
  return counts
}

/** No row is gone from a table that is still there. */
async function assertKept(
  project: Project,
  after: Tables,
  counts: Map<string, string | null>,
  assert: Assert
) {
  for (const { name, renamedFrom } of after) {
    const former = counts.get(renamedFrom ?? name)
    if (former) assert.equal(await project.value(`select count(*) from "${name}"`), former, name)
  }
}
