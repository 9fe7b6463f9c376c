import type { LucidRow } from '@adonisjs/lucid/types/model'

import { keyOf } from '../primary_key.ts'
import { E_STALE_ROW } from './errors.ts'
import { afterwards } from '../afterwards.ts'
import { sourceOf } from './deleted_rows.ts'

/**
 * Reads the version beside the columns of a row. Queries that name their columns, count or put
 * rows together are left alone.
 */
export function selectVersion(query: any) {
  const source = sourceOf(query)
  const statements: any[] = query.knexQuery._statements
  if (!source || statements.some(putsTogether)) return

  const selections = statements.filter(({ grouping }) => grouping === 'columns')
  if (!selections.length) query.select(`${source}.*`)
  if (!selections.length || selections.some((selection) => selectsAll(selection, source))) {
    query.select(`${source}.xmin`)
  }
}

function putsTogether({ grouping }: any) {
  return grouping === 'union' || grouping === 'group'
}

function selectsAll({ value, type }: any, source: string) {
  return !type && [value].flat().some((one) => one === '*' || one === `${source}.*`)
}

/**
 * Has an UPDATE or DELETE find the row only in the version that was read.
 *
 * @throws E_STALE_ROW when the query runs and finds no such row
 */
export function expectVersion(query: any, row: LucidRow) {
  if (row.$extras.xmin !== undefined) query.whereRaw('xmin::text = ?', [row.$extras.xmin])

  return afterwards(query, ([written]) => {
    if (!written) throw staleRow(row)
  })
}

/** What is said of a row that is not any more what it was when it was read */
export function staleRow(row: LucidRow) {
  return new E_STALE_ROW([row.constructor.name, Object.values(keyOf(row)).join(', ')])
}

/**
 * Has an INSERT or UPDATE tell the version that it makes.
 */
export function keepVersion(query: any, row: LucidRow) {
  const { knexQuery } = query
  const { returning } = knexQuery
  knexQuery.returning = (columns: unknown, ...options: unknown[]) =>
    returning.call(knexQuery, [...new Set([columns, 'xmin'].flat())], ...options)
  knexQuery.returning(knexQuery._single.returning ?? [])

  return afterwards(query, ([written]) => {
    if (written) row.$extras.xmin = written.xmin
  })
}

/**
 * Has a row that is read again take over the version too.
 */
export function takeVersion(query: any, row: LucidRow) {
  const { first } = query

  query.first = async () => {
    const fresh: LucidRow | null = await first.call(query)
    if (fresh) row.$extras.xmin = fresh.$extras.xmin
    return fresh
  }
}
