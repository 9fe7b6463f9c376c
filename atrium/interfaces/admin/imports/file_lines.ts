import { csvLines } from './csv_lines.ts'
import { xlsxLines } from './xlsx_lines.ts'
import { UnreadableFile } from './errors.ts'
import { withoutGuard } from '../exports/formula_guard.ts'
import { LONGEST_LINE, MOST_COLUMNS, MOST_LINES } from './limits.ts'

/** One line of a file: where it stands, and what its cells say */
export type FileLine = { number: number; cells: string[] }

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/**
 * The lines of an uploaded file that have something in them, the headings first, whether it is CSV or a
 * workbook: that is told by its content. Guards against formulas are taken off.
 *
 * @throws E_UNREADABLE_FILE
 */
export async function* fileLines(content: Buffer): AsyncGenerator<FileLine> {
  let count = 0

  for await (const { number, cells } of rawLines(content)) {
    const length = cells.findLastIndex((cell) => cell.trim() !== '') + 1
    if (length === 0) continue
    if (length > MOST_COLUMNS) {
      throw new UnreadableFile('too_many_columns', { line: number, most: MOST_COLUMNS })
    }
    if (signsOf(cells) > LONGEST_LINE) throw new UnreadableFile('long_line', { line: number })
    if (count++ > MOST_LINES) throw new UnreadableFile('too_many_lines', { most: MOST_LINES })

    yield {
      number,
      cells: cells.slice(0, MOST_COLUMNS).map((cell) => withoutGuard(storable(cell))),
    }
  }
  if (count === 0) throw new UnreadableFile('empty')
}

function signsOf(cells: string[]) {
  return cells.reduce((sum, { length }) => sum + length, 0)
}

/** What a workbook can say and no database keeps is left out. */
function storable(text: string) {
  return text.toWellFormed().replaceAll('\0', '')
}

function rawLines(content: Buffer): AsyncIterable<FileLine> {
  if (content.length === 0) throw new UnreadableFile('empty')
  if (content.subarray(0, 8).equals(OLE)) throw new UnreadableFile('old_spreadsheet')
  return isWorkbook(content) ? xlsxLines(content) : csvLines(content)
}

/** Whether a file is a workbook, whatever it is called. */
export function isWorkbook(content: Buffer) {
  return content.subarray(0, 4).equals(ZIP)
}
