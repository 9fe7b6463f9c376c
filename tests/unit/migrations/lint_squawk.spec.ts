import { test } from '@japa/runner'
import { promisify } from 'node:util'
import { execFile } from 'node:child_process'
import app from '@adonisjs/core/services/app'
import { writeFile } from 'node:fs/promises'

import { lintCases } from './lint_cases.ts'
import { lintRules } from '#atrium/migrations/main'
import { findingsIn, written } from './lint_migrations.ts'
import { temporaryFolder } from '#tests/unit/postgres/temporary_folder'

/** Rules of squawk that do not apply here, and why. */
const EXCLUDED: Record<string, string> = {
  'require-lock-timeout': 'migration:run sets it',
  'require-statement-timeout': 'migration:run sets it',
  'prefer-text-field': 'varchar(n) is what a field with a length is',
  'prefer-bigint-over-int': 'columns that are no keys may be small',
  'prefer-bigint-over-smallint': 'columns that are no keys may be small',
  'prefer-repack': 'squawk 2.61 lists it and finds nothing',
  'prefer-robust-stmts': 'an index that was left invalid has to be dropped, not kept',
}

/** What squawk says of some safe ways, since it sees one file and not those before it. */
const KNOWN: Record<string, string[]> = {
  'drop-column': ['ban-drop-column'],
  'drop-table': ['ban-drop-table'],
  'drop-not-null': ['ban-drop-not-null'],
  'rename-column': ['ban-drop-column'],
  'rename-table': ['renaming-table'],
  'change-type': ['ban-drop-column', 'ban-drop-not-null', 'renaming-column'],
}

type Sql = { name: string; transactional: boolean; statements: string[] }

/** The names of squawk's rules that SQL breaks, by the names of the pieces. */
async function squawk(pieces: Sql[], folder: string) {
  const found = new Map<string, string[]>(pieces.map(({ name }) => [name, []]))
  for (const { name, statements } of pieces) {
    await writeFile(`${folder}/${name}.sql`, statements.map((one) => `${one};`).join('\n'))
  }

  for (const transactional of [true, false]) {
    const names = pieces.filter((one) => one.transactional === transactional)
    const options = [
      ...['--reporter', 'json', '--pg-version', '15.0'],
      ...(transactional ? ['--assume-in-transaction'] : []),
      ...Object.keys(EXCLUDED).map((name) => `--exclude=${name}`),
      ...names.map(({ name }) => `${name}.sql`),
    ]
    const binary = app.makePath('node_modules/.bin/squawk')
    const run = promisify(execFile)(binary, options, { cwd: folder })
    const { stdout } = await run.catch((error) => error)
    for (const { file, rule_name: rule } of JSON.parse(stdout)) {
      found.get(file.split('/').at(-1).replace('.sql', ''))!.push(rule)
    }
  }
  return found
}

const bad = (code: string): Sql => ({
  name: code,
  transactional: lintCases[code].transactional ?? true,
  statements: lintCases[code].up,
})

async function safe(code: string): Promise<Sql[]> {
  const { safeWay } = (await findingsIn(code)).find((finding) => finding.code === code)!
  return written(safeWay.files).map(({ transactional, up }, index) => ({
    name: `${code}_safe_${index}`,
    transactional,
    statements: up.map((piece) => ('sql' in piece ? piece.sql : '')),
  }))
}

test.group('migration:lint and squawk', (group) => {
  let found: Map<string, string[]>
  group.setup(async () => {
    const { folder, remove } = await temporaryFolder()
    const codes = Object.keys(lintCases)
    const safeWays = await Promise.all(codes.map(safe))
    found = await squawk([...codes.map(bad), ...safeWays.flat()], folder)
    return remove
  })

  test('{$self}: both find it, and neither finds anything in the safe way')
    .with(Object.keys(lintCases))
    .run(({ assert }, code) => {
      const { covers = [] } = lintRules.find((one) => one.code === code)!
      const theirs = covers
        .flatMap((name) => (name.startsWith('squawk ') ? [name.slice('squawk '.length)] : []))
        .filter((name) => !EXCLUDED[name])
      const inBad = found.get(code)!
      const inSafe = [...found].filter(([name]) => name.startsWith(`${code}_safe_`))

      assert.isTrue(theirs.length === 0 || theirs.some((one) => inBad.includes(one)), `${inBad}`)
      assert.deepEqual([...new Set(inSafe.flatMap(([, rules]) => rules))].sort(), KNOWN[code] ?? [])
    })
})
