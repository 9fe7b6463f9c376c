import i18nManager from '@adonisjs/i18n/services/main'
import type {
  Actor,
  Resource,
  Run,
  RunStep,
  ServiceContext,
  WriteContext,
} from '#atrium/resource/main'

import { sayIn } from './say.ts'
import { Importer } from './importer.ts'
import { OpenFile } from './open_file.ts'
import { E_NO_IMPORT } from './errors.ts'
import { E_LINE_REFUSED, reasonOf } from './reason_of.ts'
import ImportFile from '../models/import_file.ts'
import type { FileLine } from './file_lines.ts'

/** What an import's run is told. Kept as JSON */
export type ImportTask = {
  /** The uploaded file with its choices */
  file: string

  /** What its columns are called, in order, for the file with what was refused */
  headings: string[]

  /** The language that reasons are given in */
  locale: string
}

type Reading = { file: OpenFile; importer: Importer; actor: Actor }

/** Files that are being read by runs of this process */
const readings = new WeakMap<Run, Reading>()

/**
 * The next lines of an import: each is done on its own, and a crash is followed by the line where it
 * ended.
 */
export async function importSteps(
  run: Run,
  context: WriteContext,
  after: unknown,
  size: number
): Promise<RunStep[]> {
  const { file, importer } = await readingAt(run, context, Number(after ?? 0))
  const before = file.read
  const lines = await file.next(size)
  const { plans, references } = await importer.plan(lines, context.client)
  const options = { operationId: run.id, reason: run.reason ?? undefined }

  return plans.map((plan, index) => ({
    row: String(plan.line.number),
    position: before + index + 1,
    input: byHeading(file.headings, plan.line),

    async perform({ client }) {
      const outcome = await importer
        .carryOut(plan, references, client, options)
        .catch((error) => refuse(error, context.resource))
      if (outcome.kind === 'skip') return { skipped: outcome.reason ?? null }
      return outcome.kind === 'unchanged' ? { skipped: null } : 'done'
    },
  }))
}

/** Fields are named as the report's reader knows them. Faults stay what they are. */
function refuse(error: any, resource: Resource): never {
  const isAnswer = error?.code === 'E_VALIDATION_ERROR'
  throw isAnswer ? new E_LINE_REFUSED([reasonOf(error, resource)]) : error
}

/** The file of a run after so many lines: as it is open, else opened again. */
async function readingAt(run: Run, context: ServiceContext, count: number): Promise<Reading> {
  const known = readings.get(run)
  if (known?.file.read === count && known.actor === context.actor) return known

  const reading = await begin(run, context)
  await reading.file.skip(count)
  readings.set(run, reading)
  return reading
}

async function begin(run: Run, { resource, actor }: ServiceContext): Promise<Reading> {
  const { file, locale } = run.task as ImportTask
  const upload = await ImportFile.find(file)
  if (!upload?.choices) throw new E_NO_IMPORT()

  const say = sayIn(i18nManager.locale(locale))
  return {
    actor,
    file: await OpenFile.of(upload.content),
    importer: new Importer(resource, actor, upload.choices, say),
  }
}

function byHeading(headings: string[], { cells }: FileLine) {
  return Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? '']))
}
