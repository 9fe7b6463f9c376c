import type { FileNode } from '@adonisjs/lucid/types/database'

import { unread } from '../inspect/unread.ts'
import { Checksums } from '../run/checksums.ts'
import { dropsInOrder } from './drops.ts'
import { madeBy, type ScratchFiles } from '../drift/made_by.ts'
import { lostSteps } from './lost_steps.ts'
import { addressOf } from '../drift/connected_database.ts'
import { replacingIn } from '../run/replaced.ts'
import { effectivelyApplied } from '../drift/applied.ts'
import { refuseEdited } from '../run/refuse_edited.ts'
import { inTrialFolder } from './trial_folder.ts'
import { MigrationFiles } from '../lint/migration_files.ts'
import { statementsWithRows } from './statements_of.ts'
import { E_SQUASH_LOSES_STEPS, E_SQUASH_NOT_PROVEN } from '../errors.ts'
import type { Queryable } from '../schema/read_schema.ts'
import { chosenFiles, onlyOne, refused } from './chosen_files.ts'
import { outcomeIn, proveSquash, type Outcome } from './prove_squash.ts'
import { squashedText, type Squashed } from './squashed_file.ts'

type File = FileNode<unknown>
type Options = ScratchFiles & {
  /** A part of the name of the last file that is squashed; all when it is not said */
  until?: string
  acceptLostSteps: boolean
}

/**
 * Makes one migration of several that have run, and proves that it makes the same: schema, rows and
 * counters. Nothing is written yet.
 *
 * @returns the files that it replaces, and its text
 * @throws E_UNKNOWN_MIGRATION, E_SQUASH_REFUSED, E_SQUASH_LOSES_STEPS, E_SQUASH_NOT_PROVEN
 */
export async function squash(options: Options): Promise<{ replaced: File[]; text: string }> {
  const files = new MigrationFiles(options.app, options.db)
  const all = await files.all()
  const chosen = await choose(all, files, options)
  if (!options.acceptLostSteps) await refuseLostSteps(files, chosen)

  const passedOver = all.filter((file) => !chosen.includes(file)).map(({ name }) => name)
  const made = await madeBy({ ...options, without: passedOver }, async (client, ran) => {
    assertRan(ran, chosen)
    await refuseUnread(client)
    const outcome = await outcomeIn(client)
    return { outcome, down: await dropsInOrder(client, outcome.schema) }
  })
  const squashed = {
    ...(await replacementFor(chosen)),
    up: statementsWithRows(made.outcome.schema, made.outcome.rows),
    down: made.down,
  }
  const text = squashedText(squashed)

  await prove(options, text, made.outcome, squashed)
  return { replaced: chosen, text }
}

async function choose(all: File[], files: MigrationFiles, { app, db, until }: Options) {
  const last = until === undefined ? undefined : onlyOne(await files.named([until]), until)
  const chosen = chosenFiles(all, await effectivelyApplied(addressOf(app), all), last)

  refuseEdited(await new Checksums(db.connection()).seenEdited(chosen))
  return chosen
}

async function refuseLostSteps(files: MigrationFiles, chosen: File[]) {
  const lines: string[] = []
  for (const file of chosen) {
    const steps = await lostSteps(await files.pieces(file, 'up'))
    lines.push(...steps.map((step) => `  ${file.name}: ${step}`))
  }
  if (lines.length === 0) return

  throw new E_SQUASH_LOSES_STEPS(
    [
      'These steps do what cannot be seen in the tables and rows that they leave:',
      ...lines,
      'The squashed migration would not have them. If a new database needs none of them, say `--accept-lost-steps`; else squash up to the file before (`--until`). Nothing was written.',
    ].join('\n')
  )
}

/** What was made of other files would prove nothing. */
function assertRan(ran: string[], chosen: File[]) {
  if (String(ran) === String(chosen.map(({ name }) => name))) return

  throw new E_SQUASH_NOT_PROVEN(
    `Nothing was written: instead of the migrations to squash, these ran in a scratch database: ${ran.join(', ') || 'none'}.`
  )
}

/** What has no words in a schema would be lost without a word. */
async function refuseUnread(client: Queryable) {
  const left = await unread(client)
  if (left.length === 0) return

  throw refused(
    [
      'The migrations make what cannot be said again from the schema:',
      ...left.map((one) => `  ${one}`),
      'Squash up to the file before (`--until`).',
    ].join('\n')
  )
}

async function replacementFor(
  chosen: File[]
): Promise<Pick<Squashed, 'replaces' | 'replacedBefore'>> {
  const earlier = await replacingIn(chosen)
  return {
    replaces: chosen.map(({ name }) => name),
    replacedBefore: Object.assign(
      {},
      ...earlier.map(({ name, replaces, replacedBefore }) => ({
        ...replacedBefore,
        [name]: replaces,
      }))
    ),
  }
}

/** The file itself is run, as it will be. */
async function prove(options: Options, text: string, outcome: Outcome, squashed: Squashed) {
  await inTrialFolder(options.app, text, (folder) =>
    madeBy({ ...options, without: [], paths: [folder] }, (client) =>
      proveSquash(client, outcome, squashed)
    )
  )
}
