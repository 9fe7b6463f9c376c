import { createHash } from 'node:crypto'
import { identifier, joined, literal, sql, type Sql } from '#atrium/model/main'

import { Joins, ROWS } from './joins.ts'
import { allOf, where } from './conditions.ts'
import { RowColumns } from './row_columns.ts'
import { rowsCondition } from './rows_condition.ts'
import { orderSql, reversed, sortKeys, type SortKey } from './sort_keys.ts'
import type { Position } from './keyset.ts'
import type { Access } from '../policy/access.ts'
import type { ListQuery, Row, SortTerm } from '../service/types.ts'

type Part = {
  /** Only rows that meet it */
  condition?: Sql
  limit?: number
  offset?: number

  /** From the end of the list */
  isBackward?: boolean
}

/**
 * What a list asks the database: the columns that are wanted, the rows that the actor may see, their
 * order. The keys of the order are read as text beside them, for cursors.
 */
export class ListStatement {
  readonly sort: SortTerm[]
  readonly fields: string[]
  readonly #joins: Joins
  readonly #columns: RowColumns
  readonly #keys: SortKey[]
  readonly #condition?: Sql

  /** @throws E_NOT_ALLOWED, E_FILTER, E_BAD_SORT, E_UNKNOWN_NAME */
  constructor(
    readonly access: Access,
    readonly query: ListQuery
  ) {
    this.#joins = new Joins(access)
    this.fields = query.fields ?? usualFields(access)
    this.sort = query.sort ?? usualSort(access)
    this.#condition = rowsCondition(access, query)
    this.#columns = new RowColumns(this.#joins, this.fields, query.actions)
    this.#keys = sortKeys(this.#joins, this.sort)
  }

  /** A part of the list. */
  sql({ condition, limit, offset, isBackward }: Part = {}): Sql {
    const table = sql`${identifier(this.access.resource.table)} ${identifier(ROWS)}`
    const order = sql`order by ${orderSql(this.keys(isBackward))}`
    const rows = sql`${where(allOf([this.#condition, condition]))} ${order}${
      limit === undefined ? sql`` : sql` limit ${literal(limit)}`
    }${offset ? sql` offset ${literal(offset)}` : sql``}`

    const { sql: joins } = this.#joins
    if (limit === undefined || this.#keys.some(({ isJoined }) => isJoined)) {
      return sql`select ${this.#selected} from ${table} ${joins} ${rows}`
    }

    /* Rows first: so nothing is joined to those that are skipped. */
    const picked = sql`select ${identifier(ROWS)}.xmin, ${identifier(ROWS)}.* from ${table} ${rows}`
    return sql`select ${this.#selected} from (${picked}) ${identifier(ROWS)} ${joins} ${order}`
  }

  /** What rows are in order by, one way or the other. */
  keys(isBackward = false): SortKey[] {
    return isBackward ? reversed(this.#keys) : this.#keys
  }

  /** A row of the statement as the service gives it. */
  row(raw: Record<string, any>): Row {
    return this.#columns.row(raw)
  }

  /** Where a row is in the order. */
  positionOf(raw: Record<string, any>): Position {
    return this.#keys.map((_, index) => raw[`s${index}`])
  }

  get #selected() {
    const positions = this.#keys.map(
      ({ expression }, index) => sql`(${expression})::text as ${identifier(`s${index}`)}`
    )
    return joined([this.#columns.sql, ...positions])
  }

  /** Tells this list from others: cursors of one serve no other. */
  get digest() {
    const { filter, search, trash, related, keys, except } = this.query
    const { name } = this.access.resource
    const text = JSON.stringify([name, filter, search, trash, related, keys, except, this.sort])
    return createHash('sha256').update(text).digest('base64url').slice(0, 16)
  }
}

function usualFields({ resource, readable }: Access) {
  return resource.listColumns.filter((name) => readable.has(name))
}

function usualSort({ resource, readable }: Access) {
  return resource.sort.filter(({ path }) => readable.has(path[0]))
}
