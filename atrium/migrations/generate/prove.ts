import { applyDraft, revertDraft } from './apply_draft.ts'
import { compare } from '../compare/compare.ts'
import type { Draft } from '../plan/steps.ts'
import type { Schema } from '../schema/types.ts'
import { E_MIGRATION_NOT_PROVEN } from '../errors.ts'
import { differencesInWords } from './differences.ts'
import { FailedStatement } from '../scratch/failed_statement.ts'
import { readSchema, type Queryable } from '../schema/read_schema.ts'
import type { Change, ChangeKind } from '../compare/changes.ts'

type Options = { unmanaged?: string[] }

/** What going back may leave different: a column that came back cannot be refilled, so it may be empty */
const MUST_COME_BACK: ChangeKind[] = ['createTable', 'dropTable', 'addColumn', 'dropColumn']

/**
 * Runs migrations in a scratch database, back, and forth again, and compares what comes out with what
 * the models say. Where going back leads to just where it began, going forth again would show nothing new.
 *
 * @param database as the files before these leave it
 * @throws E_MIGRATION_NOT_PROVEN
 */
export async function prove(
  database: Queryable,
  drafts: Draft[],
  wanted: Schema,
  options: Options = {}
) {
  const isProven =
    drafts.every(({ transactional }) => transactional) &&
    (await inOneTransaction(database, () => thereAndBack(database, drafts, wanted, options)))

  if (!isProven) await thereAndBack(database, drafts, wanted, options)
}

/** Twice as quick, since nothing is kept. What fails in there says less, so that it is tried again. */
async function inOneTransaction(database: Queryable, work: () => Promise<void>) {
  await database.query('begin')
  const isDone = await work().then(
    () => true,
    () => false
  )
  await database.query('rollback')
  return isDone
}

async function thereAndBack(
  database: Queryable,
  drafts: Draft[],
  wanted: Schema,
  options: Options
) {
  const before = await readSchema(database, options)

  await goForth(database, drafts)
  refuseDifferences('forth', compare(await readSchema(database, options), wanted))

  await goBack(database, drafts)
  const left = compare(await readSchema(database, options), before)
  if (left.length === 0) return
  refuseDifferences(
    'back',
    left.filter(({ kind }) => MUST_COME_BACK.includes(kind))
  )

  await goForth(database, drafts)
  refuseDifferences('forth again', compare(await readSchema(database, options), wanted))
}

async function goForth(database: Queryable, drafts: Draft[]) {
  for (const draft of drafts) {
    await applyDraft(database, draft).catch((error) => refuseFailure('forth', draft, error))
  }
}

async function goBack(database: Queryable, drafts: Draft[]) {
  const losses = drafts.flatMap(({ lossesBack }) => lossesBack)
  for (const { rows } of losses) {
    await database.query(rows).catch((error) => refuseFailure('back', drafts[0], error, rows))
  }
  for (const draft of drafts.toReversed()) {
    await revertDraft(database, draft).catch((error) => refuseFailure('back', draft, error))
  }
}

function refuseFailure(way: string, draft: Draft, error: unknown, sql?: string): never {
  const failed = error instanceof FailedStatement ? error : undefined
  const { message } = failed?.cause ?? (error as Error)

  throw new E_MIGRATION_NOT_PROVEN(
    `Nothing was written, since ${draft.name} does not run when it goes ${way} in an empty database: ${message}\n\n` +
      `${failed?.sql ?? sql ?? ''}\n\n` +
      'If this SQL is from an answer or a model, correct it there. Otherwise it is a fault of Atrium: please report it.',
    { cause: error }
  )
}

function refuseDifferences(way: string, changes: Change[]) {
  if (changes.length === 0) return

  throw new E_MIGRATION_NOT_PROVEN(
    [
      `Nothing was written, since the migration does not do what it is to do when it goes ${way}. It would still have to:`,
      ...differencesInWords([], changes).map((difference) => `  ${difference}`),
      'That is a fault of Atrium: please report it. Until then, write this migration by hand (`node ace make:migration`).',
    ].join('\n')
  )
}
