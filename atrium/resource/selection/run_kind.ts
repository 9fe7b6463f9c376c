import type { QueryClientContract } from '@adonisjs/lucid/types/database'

import type Run from '../models/run.ts'
import { E_RUN_KIND_TWICE } from './errors.ts'
import type { WriteContext } from '../writing/write_transaction.ts'

/** What became of one row: written, or left alone, for which there may be a reason to tell */
export type Outcome = 'done' | { skipped: string | null }

/** One row of a run */
export type RunStep = {
  /** The row's key, or the line of a file: what reports name it by */
  row: string

  /** Where the run has got when this step is done. Kept as JSON */
  position: unknown

  /** What the line of a file said, for its report */
  input?: Record<string, unknown>

  /** Does it. What it throws is reported, and undone */
  perform: (context: WriteContext) => Promise<Outcome>
}

/** How runs of one kind go through their rows */
export type RunKind = {
  /** The next steps after a position, at most so many. None: the run is done */
  steps: (run: Run, context: WriteContext, after: unknown, size: number) => Promise<RunStep[]>

  /** Deletes what was kept for such runs and nobody needs any more. Asked for now and then */
  prune?: (client: QueryClientContract) => Promise<void>
}

const kinds = new Map<string, RunKind>()

/**
 * Says how runs of a kind go through their rows, for what is no work on a selection: an import, say.
 *
 * @param action what `Run.action` says of such runs
 */
export function defineRunKind(action: string, kind: RunKind) {
  if (kinds.has(action)) throw new E_RUN_KIND_TWICE([action])
  kinds.set(action, kind)
}

/** How runs of a kind go through their rows, if that was said. */
export function runKindOf(action: string) {
  return kinds.get(action)
}

/** Deletes what the kinds of runs do not need any more. */
export async function pruneRunKinds(client: QueryClientContract) {
  for (const { prune } of kinds.values()) await prune?.(client)
}
