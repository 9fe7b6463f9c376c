import { clientOf, run } from './run.ts'
import { rowsAfter } from './keyset.ts'
import { ListStatement } from './list_statement.ts'
import { readCursor, writeCursor, type Cursor } from './cursor.ts'
import { E_BAD_OFFSET } from '../errors.ts'
import type { ServiceContext } from '../service/resource_service.ts'
import type { ListQuery, Page } from '../service/types.ts'

/** Rows in a page unless said, and at most */
const SIZE = 25
const LARGEST_SIZE = 200

/** Skipping rows takes as long as reading them: from here on only cursors lead further */
const FURTHEST_OFFSET = 10_000

/**
 * A page of rows. One row more than wanted tells whether there are others after it.
 *
 * @throws E_NOT_ALLOWED, E_FILTER, E_BAD_SORT, E_BAD_CURSOR, E_BAD_OFFSET, E_UNKNOWN_NAME
 */
export async function list(context: ServiceContext, query: ListQuery = {}): Promise<Page> {
  const statement = new ListStatement(context.access, query)
  const size = Math.min(Math.max(Math.trunc(query.size ?? SIZE), 1), LARGEST_SIZE)
  const offset = offsetOf(query)
  const cursor = query.cursor ? readCursor(query.cursor, statement.digest) : undefined
  const isBackward = cursor?.direction === 'before'

  const found = await rowsFrom(context, statement, size + 1, { cursor, offset })
  const hasMore = found.length > size
  const raw = found.slice(0, size)
  if (isBackward) raw.reverse()

  const hasPrevious = isBackward ? hasMore : Boolean(cursor || offset)
  const hasNext = isBackward || hasMore
  const cursorAt = (direction: Cursor['direction'], row?: any) =>
    row && writeCursor({ direction, position: statement.positionOf(row) }, statement.digest)

  return {
    rows: raw.map((row) => statement.row(row)),
    next: (hasNext && cursorAt('after', raw.at(-1))) || null,
    previous: (hasPrevious && cursorAt('before', raw[0])) || null,
    sort: statement.sort,
    fields: statement.fields,
  }
}

function offsetOf({ offset = 0, cursor }: ListQuery) {
  if (!Number.isInteger(offset) || offset < 0 || offset > FURTHEST_OFFSET || (offset && cursor)) {
    throw new E_BAD_OFFSET([offset, FURTHEST_OFFSET])
  }
  return offset
}

/** Up to `limit` rows. The second part of a list is only read when the first one has too few. */
async function rowsFrom(
  context: ServiceContext,
  statement: ListStatement,
  limit: number,
  { cursor, offset }: { cursor?: Cursor; offset: number }
) {
  const client = clientOf(context)
  if (!cursor) return run(client, statement.sql({ limit, offset }))

  const isBackward = cursor.direction === 'before'
  const rows: any[] = []
  for (const condition of rowsAfter(statement.keys(isBackward), cursor.position)) {
    const part = { condition, limit: limit - rows.length, isBackward }
    rows.push(...(await run(client, statement.sql(part))))
    if (rows.length >= limit) break
  }
  return rows
}
