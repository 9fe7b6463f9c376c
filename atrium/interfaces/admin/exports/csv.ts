import { Readable, pipeline } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { Row } from '#atrium/resource/main'

import { guarded } from './formula_guard.ts'
import { cellText } from './cell_text.ts'
import type { Column } from './column.ts'

/** Kinds whose text is digits and signs only: a minus before them begins no formula */
const NUMBERS = ['id', 'integer', 'bigint', 'decimal', 'float']

/**
 * Rows as CSV, as RFC 4180 has it, in UTF-8 that spreadsheets recognise by the mark at its beginning. No
 * cell is taken for a formula.
 */
export function csvOf(columns: Column[], rows: AsyncIterable<Row>): Readable {
  const lines = Readable.from(recordsOf(columns, rows))
  const csv = stringify({ bom: true, record_delimiter: '\r\n' })

  // Who reads hears of the error; the callback is what makes both ends close together.
  return pipeline(lines, csv, () => {})
}

async function* recordsOf(columns: Column[], rows: AsyncIterable<Row>) {
  yield columns.map(({ heading }) => guarded(heading))

  for await (const row of rows) {
    yield columns.map(({ kind, value }) => {
      const text = cellText(value(row), kind)
      return NUMBERS.includes(kind) ? text : guarded(text)
    })
  }
}
