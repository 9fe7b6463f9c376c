import { Runs, type RunOrder } from '#atrium/resource/main'

import type { OpenSelection } from './open_selection.ts'

/**
 * Begins work on a selection, and says where it can be followed.
 *
 * @throws E_NOT_ALLOWED, E_VALIDATION_ERROR
 */
export async function startRun(
  { context, selection }: OpenSelection,
  order: Omit<RunOrder, 'selection' | 'keys'>
): Promise<string> {
  const run = await Runs.start(context, { ...order, selection })
  return `/admin/runs/${run.id}`
}
