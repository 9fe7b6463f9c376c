import { Readable, pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'

import { plainText } from './plain_text.ts'
import { delimiterOf } from './delimiter.ts'
import { LONGEST_LINE } from './limits.ts'
import { UnreadableFile } from './errors.ts'
import type { FileLine } from './file_lines.ts'

/** Bytes that are taken apart at once: others are served in between */
const PIECE = 64 * 1024

type Parsed = { record: string[]; info: { lines: number } }

/**
 * The lines of a CSV file, in whatever encoding and with whatever delimiter spreadsheets write it.
 *
 * @throws E_UNREADABLE_FILE
 */
export async function* csvLines(content: Buffer): AsyncGenerator<FileLine> {
  const text = plainText(content)
  const parser = parse({
    delimiter: delimiterOf(text),
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_LINE,
  })
  const records = pipeline(Readable.from(piecesOf(text)), parser, () => {})

  // The parser counts a break of two signs within a cell twice.
  let countedTwice = 0

  try {
    for await (const { record, info } of records as AsyncIterable<Parsed>) {
      const before = countedTwice
      countedTwice += signsOf(record, /\r\n/g)
      yield { number: info.lines - before - signsOf(record, /[\r\n]/g), cells: record }
    }
  } catch (error) {
    throw error instanceof CsvError ? reasonOf(error) : error
  }
}

function* piecesOf(text: Buffer) {
  for (let start = 0; start < text.length; start += PIECE) yield text.subarray(start, start + PIECE)
}

/** A record ends further down than it begins when its cells have several lines. */
function signsOf(record: string[], sign: RegExp) {
  return record.reduce((sum, cell) => sum + (cell.match(sign)?.length ?? 0), 0)
}

function reasonOf(error: CsvError) {
  const line = Number((error as { lines?: number }).lines ?? 1)
  return new UnreadableFile(error.code === 'CSV_MAX_RECORD_SIZE' ? 'long_line' : 'broken_csv', {
    line,
  })
}
