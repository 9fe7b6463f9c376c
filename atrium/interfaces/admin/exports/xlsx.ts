import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { writeXlsxStream, type CellValue } from 'hucre/xlsx'
import type { Row } from '#atrium/resource/main'

import { cellText } from './cell_text.ts'
import { guardedText } from './formula_guard.ts'
import type { Column } from './column.ts'

/** What a cell of a spreadsheet has room for, in characters */
const LONGEST = 32_767

/** Whole numbers beyond it lose digits in a spreadsheet */
const LARGEST = 999_999_999_999_999

/**
 * Rows as a workbook of one sheet. Text stays text, also where it looks like a formula. Numbers that a
 * spreadsheet would round are text too.
 */
export function xlsxOf(name: string, columns: Column[], rows: AsyncIterable<Row>): Readable {
  const workbook = writeXlsxStream(recordsOf(columns, rows), {
    name: sheetName(name),
    columns: columns.map(({ heading }) => ({
      header: heading,
      width: Math.max(12, heading.length),
    })),
    freezePane: { rows: 1 },
  })
  return Readable.fromWeb(workbook as ReadableStream)
}

async function* recordsOf(columns: Column[], rows: AsyncIterable<Row>) {
  for await (const row of rows) {
    yield columns.map(({ kind, value }) => cellOf(value(row), kind))
  }
}

function cellOf(value: unknown, kind: Column['kind']): CellValue {
  if (value === null || value === undefined || typeof value === 'boolean') return value ?? null
  if (typeof value === 'number' && Math.abs(value) <= LARGEST) return value
  return guardedText(cellText(value, kind)).slice(0, LONGEST)
}

/** Names of sheets are short and without some signs. */
function sheetName(name: string) {
  return name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31)
}
