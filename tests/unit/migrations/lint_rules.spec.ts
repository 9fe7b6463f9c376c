import { test } from '@japa/runner'
import type { Assert } from '@japa/assert'

import { lintCases, ground, rows } from './lint_cases.ts'
import { lint, lintRules, runEach, runStatements, Scratch } from '#atrium/migrations/main'
import type { Finding, Piece, SafeFile, WrittenMigration } from '#atrium/migrations/main'

const sql = (text: string): Piece => ({ sql: text, mark: null })

function migration(up: Piece[], rest: Partial<WrittenMigration> = {}): WrittenMigration {
  const name = rest.name ?? 'database/migrations/1764000000009_change'
  return {
    name,
    path: `${name}.ts`,
    source: '',
    transactional: true,
    generated: false,
    hasDown: true,
    guards: [],
    losses: [],
    up,
    ...rest,
  }
}

const before = (code: string) => [
  migration([...ground, ...(lintCases[code].before ?? [])].map(sql), {
    name: 'database/migrations/1764000000001_ground',
  }),
]

/** What is found in the bad migration of a case. */
async function findingsIn(code: string) {
  const { up, transactional = true, hasDown = true, code: hasCode, name } = lintCases[code]
  const bad = migration([...up.map(sql), ...(hasCode ? [{ code: '() => {}' }] : [])], {
    transactional,
    hasDown,
    ...(name ? { name } : {}),
  })
  return lint([...before(code), bad], (one) => one === bad)
}

/** The safe way as migrations, one for each of its files. */
function written(files: SafeFile[]) {
  return files.map(({ transactional, up, losses = [] }, index) =>
    migration(
      up.map((statement) =>
        typeof statement === 'string'
          ? sql(statement)
          : { sql: updateOf(statement), mark: 'backfill' as const }
      ),
      {
        name: `database/migrations/176400000001${index}_safe`,
        transactional,
        losses: losses.map((what) => ({ what: `${what} goes`, rows: 'select 0' })),
      }
    )
  )
}

function updateOf({ table, set, where }: { table: string; set: string; where: string }) {
  return `update ${table} set ${set} where (${where})`
}

/** Runs migrations as Lucid would, on tables with rows, and twice where there is no transaction. */
async function run(scratch: Scratch, files: WrittenMigration[], code: string) {
  await scratch.clear()
  await runEach(scratch, [...ground, ...rows, ...(lintCases[code].before ?? [])])

  for (const { up, transactional } of files) {
    const statements = up.map((piece) => ('sql' in piece ? piece.sql : ''))
    const isTwice = !transactional && !lintCases[code].once
    if (transactional) await runStatements(scratch, statements)
    else await runEach(scratch, isTwice ? [...statements, ...statements] : statements)
  }
}

function only(findings: Finding[], code: string, assert: Assert) {
  const found = findings.filter((finding) => finding.code === code)
  assert.lengthOf(found, 1, `found: ${findings.map((one) => one.code).join(', ')}`)
  return found[0]
}

test.group('Rules of migration:lint', (group) => {
  let scratch: Scratch
  group.setup(async () => {
    scratch = await Scratch.open(process.env.DATABASE_URL!)
    return () => scratch.drop()
  })

  test('every rule has a case', ({ assert }) => {
    assert.sameMembers(
      lintRules.map(({ code }) => code),
      Object.keys(lintCases)
    )
  })

  test('{$self}: found, not found when written the safe way, which works on tables with rows')
    .with(Object.keys(lintCases))
    .run(async ({ assert }, code) => {
      const finding = only(await findingsIn(code), code, assert)
      const { say, files } = finding.safeWay

      assert.isTrue(files.length > 0 || Boolean(say), 'there is a safe way')
      if (files.length === 0) {
        assert.exists(lintCases[code].unproven, 'a safe way without SQL has a reason')
        return
      }

      const safe = written(files)
      const left = await lint([...before(code), ...safe], (one) => safe.includes(one))
      assert.deepEqual(
        left
          .filter(({ severity }) => severity === 'error')
          .map(({ code: other, subject }) => `${other} ${subject}`),
        []
      )
      await run(scratch, safe, code)
    })
})
