import { streamXlsxRows, type CellValue } from 'hucre/xlsx'

import { unpackedSize } from './unpacked_size.ts'
import { UnreadableFile } from './errors.ts'
import { LARGEST_WORKBOOK } from './limits.ts'
import type { FileLine } from './file_lines.ts'

const MIDNIGHT = 'T00:00:00.000Z'

/**
 * The lines of the first sheet of a workbook. One that would unpack to more than a workbook has is not
 * unpacked at all.
 *
 * @throws E_UNREADABLE_FILE
 */
export async function* xlsxLines(content: Buffer): AsyncGenerator<FileLine> {
  if (unpackedSize(content) > LARGEST_WORKBOOK) {
    throw new UnreadableFile('too_large', { most: LARGEST_WORKBOOK / 1024 / 1024 })
  }

  try {
    for await (const { index, values } of streamXlsxRows(content)) {
      yield { number: index + 1, cells: values.map(textOf) }
    }
  } catch {
    throw new UnreadableFile('broken_spreadsheet')
  }
}

function textOf(value: CellValue) {
  if (value === null) return ''
  if (value instanceof Date) return dateText(value)
  return String(value)
}

/** A spreadsheet knows no zones, and no days apart from moments. */
function dateText(value: Date) {
  if (Number.isNaN(value.getTime())) return ''

  const text = value.toISOString()
  return text.endsWith(MIDNIGHT) ? text.slice(0, -MIDNIGHT.length) : text
}
