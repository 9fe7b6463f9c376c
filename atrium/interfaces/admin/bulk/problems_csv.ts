import { Readable, pipeline } from 'node:stream'
import { stringify } from 'csv-stringify'
import { RunProblem, type Run } from '#atrium/resource/main'

import { guarded } from '../exports/formula_guard.ts'

type Headings = { row: string; kind: string; reason: string }

/** Problems that are read at once */
const BATCH = 500

/**
 * The rows that a run did not do, with the reason: for an import with what their lines said, so that the
 * file can be corrected and imported again.
 *
 * @param say says a reason in the reader's language
 */
export function problemsCsv(run: Run, headings: Headings, say: (reason: string) => string) {
  const csv = stringify({ bom: true, record_delimiter: '\r\n' })
  return pipeline(Readable.from(records(run, headings, say)), csv, () => {})
}

async function* records(run: Run, names: Headings, say: (reason: string) => string) {
  const { headings: columns = [] } = run.task as { headings?: string[] }

  for (let after = 0; ;) {
    const problems = await RunProblem.query()
      .where('runId', run.id)
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)

    if (after === 0) yield [...columns, names.row, names.kind, names.reason].map(guarded)
    for (const { input, row, kind, reason } of problems) {
      const cells = columns.map((column) => String(input?.[column] ?? ''))
      yield [...cells, row, kind, say(reason)].map(guarded)
    }

    if (problems.length < BATCH) return
    after = problems.at(-1)!.id
  }
}
