import { test } from '@japa/runner'
import type { Assert } from '@japa/assert'

import { before, findingsIn, written } from './lint_migrations.ts'
import { lintCases, ground, rows } from './lint_cases.ts'
import { lint, lintRules, runEach, runStatements, Scratch } from '#atrium/migrations/main'
import type { Finding, WrittenMigration } from '#atrium/migrations/main'

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
