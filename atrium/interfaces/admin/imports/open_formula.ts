import { createInflateRaw } from 'node:zlib'
import { Readable, pipeline } from 'node:stream'

import { UnreadableFile } from './errors.ts'
import { zipEntries, type ZipEntry } from './zip_entries.ts'

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'

/** Signs that a cell with a formula has at most */
const LONGEST_CELL = 64 * 1024

/** Where a formula begins */
const FORMULA = /<f[\s>/]/g

/**
 * The first cell of the first sheet whose formula no spreadsheet has worked out yet: programs write
 * workbooks like that. Whoever reads it finds the cell empty.
 *
 * @returns its name, such as `B7`
 * @throws E_UNREADABLE_FILE
 */
export async function openFormula(archive: Buffer): Promise<string | undefined> {
  const entries = new Map(Array.from(zipEntries(archive), (entry) => [entry.name, entry]))
  const sheet = entries.get(await firstSheet(archive, entries))
  return sheet && openFormulaIn(textOf(archive, sheet))
}

/** The part that holds the sheet that the workbook names first. */
async function firstSheet(archive: Buffer, entries: Map<string, ZipEntry>) {
  const [book, relations] = await Promise.all(
    [WORKBOOK, RELATIONS].map((name) => wholeText(archive, entries.get(name)))
  )
  const [, id] = /<(?:\w+:)?sheet\s[^>]*?\bid="([^"]+)"/.exec(book) ?? []
  const relation = relations.match(/<(?:\w+:)?Relationship\s[^>]*>/g)?.find((one) => {
    return one.includes(`Id="${id}"`)
  })
  const [, target = ''] = /\bTarget="([^"]+)"/.exec(relation ?? '') ?? []
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

async function openFormulaIn(pieces: AsyncIterable<string>): Promise<string | undefined> {
  let text = ''

  for await (const piece of pieces) {
    text += piece
    let done = 0
    for (const { index } of text.matchAll(FORMULA)) {
      const end = text.indexOf('</c>', index)
      if (end < 0) break
      if (!/<v[\s>/]/.test(text.slice(index, end))) return cellAt(text, index)
      done = end
    }
    /* A cell may go on in the next piece. */
    text = text.slice(Math.max(done, text.lastIndexOf('<c '), text.length - LONGEST_CELL))
  }
  return undefined
}

function cellAt(text: string, formula: number) {
  const cell = text.slice(text.lastIndexOf('<c ', formula), formula)
  return /\br="([A-Z]+\d+)"/.exec(cell)?.[1] ?? ''
}

async function wholeText(archive: Buffer, entry: ZipEntry | undefined) {
  let text = ''
  if (entry) for await (const piece of textOf(archive, entry)) text += piece
  return text
}

/** Signs beyond ASCII do not matter here. No more is unpacked than the part says that it holds. */
async function* textOf(archive: Buffer, entry: ZipEntry): AsyncGenerator<string> {
  const { offset, packed, method, unpacked } = entry
  if (offset + 30 > archive.length) throw new UnreadableFile('broken_spreadsheet')
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  const content = archive.subarray(start, start + packed)
  const bytes =
    method === 0 ? [content] : pipeline(Readable.from([content]), createInflateRaw(), () => {})
  let left = unpacked

  try {
    for await (const piece of bytes as AsyncIterable<Buffer>) {
      yield piece.toString('latin1', 0, left)
      left -= piece.length
      if (left <= 0) return
    }
  } catch {
    throw new UnreadableFile('broken_spreadsheet')
  }
}
