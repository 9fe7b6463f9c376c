import type { Assert } from '@japa/assert'
import { lint } from '#atrium/migrations/main'
import type { Draft, Piece, Statement, WrittenMigration } from '#atrium/migrations/main'

/** Asserts that `migration:lint` finds no error in what is generated. What is announced is a notice. */
export async function assertLintClean(drafts: Draft[], assert: Assert) {
  const findings = await lint(drafts.map(asWritten))
  const errors = findings.filter(({ severity }) => severity === 'error')

  assert.deepEqual(
    errors.map(({ code, subject, statement }) => `${code} ${subject}: ${statement}`),
    [],
    'findings of migration:lint'
  )
}

/** A generated migration as `migration:lint` reads it from its file. */
function asWritten(draft: Draft, index: number): WrittenMigration {
  const name = `database/migrations/${1764000000001 + index}_${draft.name}`
  return {
    ...draft,
    name,
    path: `${name}.ts`,
    source: '',
    generated: true,
    hasDown: true,
    up: draft.up.map((statement) => pieceOf(statement, draft.transactional)),
  }
}

function pieceOf(statement: Statement, transactional: boolean): Piece {
  if (typeof statement === 'string') return { sql: statement, mark: null }

  const { table, set, where } = statement
  const sql = `update ${table} set ${set} where (${where})`
  return { sql, mark: transactional ? null : 'backfill' }
}
