import { ground, lintCases } from './lint_cases.ts'
import { lint } from '#atrium/migrations/main'
import type { Piece, SafeFile, WrittenMigration } from '#atrium/migrations/main'

export const sql = (text: string): Piece => ({ sql: text, mark: null })

/** A migration that stands in no file. */
export function migration(up: Piece[], rest: Partial<WrittenMigration> = {}): WrittenMigration {
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

/** What is there before a case. */
export const before = (code?: string) => [
  migration([...ground, ...((code && lintCases[code].before) || [])].map(sql), {
    name: 'database/migrations/1764000000001_ground',
  }),
]

/** What is found in the bad migration of a case. */
export async function findingsIn(code: string) {
  const { up, transactional = true, hasDown = true, code: hasCode, name } = lintCases[code]
  const bad = migration([...up.map(sql), ...(hasCode ? [{ code: '() => {}' }] : [])], {
    transactional,
    hasDown,
    ...(name ? { name } : {}),
  })
  return lint([...before(code), bad], (one) => one === bad)
}

/** The safe way as migrations, one for each of its files. */
export function written(files: SafeFile[]) {
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
