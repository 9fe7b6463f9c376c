import { readFile } from 'node:fs/promises'
import type { MultipartFile } from '@adonisjs/core/bodyparser'

import { OpenFile } from './open_file.ts'
import { makeRoom, pruneImports } from './prune.ts'
import { LARGEST_FILE } from './limits.ts'
import { isWorkbook } from './file_lines.ts'
import { openFormula } from './open_formula.ts'
import ImportFile from '../models/import_file.ts'
import { guessChoices } from './guess_choices.ts'
import { importTargets } from './targets.ts'
import type { AdminContext } from '../admin_context.ts'
import { E_NO_IMPORT, UnreadableFile } from './errors.ts'

/** Lines that are counted at once */
const MANY = 1_000

/**
 * Keeps a file that somebody uploaded, once its headings could be read.
 *
 * @throws E_UNREADABLE_FILE
 */
export async function keepUpload(
  admin: AdminContext,
  upload: MultipartFile | null
): Promise<ImportFile> {
  if (!upload?.tmpPath) throw new UnreadableFile('none')
  if (upload.size > LARGEST_FILE) {
    throw new UnreadableFile('too_large', { most: LARGEST_FILE / 1024 / 1024 })
  }
  const { resource, service, actor } = admin
  const content = await readFile(upload.tmpPath)
  const { headings, lines } = await beginningOf(content)
  const cell = isWorkbook(content) ? await openFormula(content) : undefined
  if (cell !== undefined) throw new UnreadableFile('open_formula', { cell })
  if (!lines.length) throw new UnreadableFile('only_headings')

  await pruneImports(ImportFile.query().client)
  await makeRoom(actor.id ?? '')
  return ImportFile.create({
    content,
    resource: resource.name,
    actor: actor.id ?? '',
    name: upload.clientName.slice(0, 255),
    choices: guessChoices(headings, lines, importTargets(service.access), resource),
  })
}

/**
 * A file that somebody uploaded for a resource, without what is in it.
 *
 * @throws E_NO_IMPORT
 */
export async function findUpload({ actor, resource }: AdminContext, id: string) {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
  const file = isId
    ? await ImportFile.query().select(ImportFile.outline).where({ id }).first()
    : null
  if (!file || file.actor !== (actor.id ?? '') || file.resource !== resource.name) {
    throw new E_NO_IMPORT()
  }
  return file
}

/**
 * What is in an uploaded file.
 *
 * @throws E_NO_IMPORT
 */
export async function contentOf(id: string): Promise<Buffer> {
  const file = await ImportFile.query().select('content').where({ id }).first()
  if (!file) throw new E_NO_IMPORT()
  return file.content
}

/** The headings of a file and its first lines. */
export async function beginningOf(content: Buffer, lines = 3) {
  const file = await OpenFile.of(content)
  const first = await file.next(lines)
  await file.close()
  return { headings: file.headings, lines: first }
}

/** The headings of a file, and how many lines it has after them: so it is read to its end. */
export async function measured(content: Buffer) {
  const file = await OpenFile.of(content)
  let lines = await file.next(MANY)
  while (lines.length) lines = await file.next(MANY)
  return { headings: file.headings, total: file.read }
}
