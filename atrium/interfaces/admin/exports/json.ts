import { Readable } from 'node:stream'
import { DateTime, Duration } from 'luxon'
import type { Row } from '#atrium/resource/main'

import { cellText, exactly } from './cell_text.ts'
import type { Column } from './column.ts'

/** Characters that are sent at once */
const PIECE = 64 * 1024

/**
 * Rows as a JSON list of objects by field. Numbers that JavaScript would round are text.
 */
export function jsonOf(columns: Column[], rows: AsyncIterable<Row>): Readable {
  return Readable.from(pieces(columns, rows), { objectMode: false })
}

async function* pieces(columns: Column[], rows: AsyncIterable<Row>) {
  let piece = '['
  let separator = '\n'

  for await (const row of rows) {
    const entries = columns.map(({ name, kind, value }) => [name, plain(value(row), kind)])
    piece += separator + JSON.stringify(Object.fromEntries(entries), exactly)
    separator = ',\n'

    if (piece.length > PIECE) {
      yield piece
      piece = ''
    }
  }
  yield `${piece}\n]\n`
}

function plain(value: unknown, kind: Column['kind']) {
  if (value instanceof DateTime || value instanceof Duration) return cellText(value, kind)
  return value ?? null
}
