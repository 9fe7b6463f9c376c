import i18nManager from '@adonisjs/i18n/services/main'
import type { Actor, Resource, Run, ServiceContext } from '#atrium/resource/main'

import { sayIn } from './say.ts'
import { Phrasebook } from '../language/phrasebook.ts'
import { resourcesIn } from '../language/worded_resources.ts'
import { Importer } from './importer.ts'
import { OpenFile } from './open_file.ts'
import { contentOf } from './uploads.ts'
import type { FileLine } from './file_lines.ts'
import type { ImportChoices } from './choices.ts'

/** What a run on the lines of a file is told. Kept as JSON */
export type LinesTask = {
  /** The uploaded file, and what was chosen to be done with its lines */
  file: string
  choices: ImportChoices

  /** What its columns are called, in order, for the file with what was refused */
  headings: string[]

  /** The language that reasons are given in */
  locale: string
}

/** Lines that are passed over at once */
const MANY = 1_000

/** A file that a run of this process reads, and what does its lines and tells of them in a language */
export type LineReading = {
  file: OpenFile
  importer: Importer
  actor: Actor
  resource: Resource
  phrases: Phrasebook
}

const readings = new WeakMap<Run, LineReading>()

/**
 * The file of a run after so many lines: as it is open, else opened again, and then what was done before
 * is remembered.
 *
 * @param passed hears of the lines that are passed over
 */
export async function readingAt(
  run: Run,
  context: ServiceContext,
  count: number,
  passed: (lines: FileLine[], importer: Importer) => Promise<void> = async () => {}
): Promise<LineReading> {
  const known = readings.get(run)
  if (known?.file.read === count && known.actor === context.actor) return known

  const reading = await begin(run, context)
  const { file, importer } = reading
  while (file.read < count) {
    const lines = await file.next(Math.min(count - file.read, MANY))
    if (!lines.length) break
    importer.remember(lines)
    await passed(lines, importer)
  }
  readings.set(run, reading)
  return reading
}

async function begin(
  run: Run,
  { resource: { name }, actor }: ServiceContext
): Promise<LineReading> {
  const { file, choices, locale } = run.task as LinesTask
  const i18n = i18nManager.locale(locale)
  const resource = resourcesIn(i18n).get(name)
  return {
    actor,
    resource,
    phrases: new Phrasebook(i18n),
    file: await OpenFile.of(await contentOf(file)),
    importer: new Importer(resource, actor, choices, sayIn(i18n)),
  }
}

/** What a line says, for the file with what was refused. */
export function byHeading(headings: string[], { cells }: FileLine) {
  return Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? '']))
}
