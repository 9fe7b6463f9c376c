import { identifier, joined, literal, sql, type Sql } from '#atrium/model/main'

import { where } from './conditions.ts'
import { Joins, ROWS, titleSql } from './joins.ts'
import { keySql } from './row_key.ts'
import { valueOf } from './row_columns.ts'
import { groupColumn, type GroupColumn } from './groups.ts'
import { rowsCondition } from './rows_condition.ts'
import { measureColumn, type MeasureColumn } from './measures.ts'
import type { Access } from '../policy/access.ts'
import type { AggregateQuery, AggregateRow } from './aggregate.ts'

/** Groups unless said */
const SIZE = 100

/**
 * What a summary asks the database. Groups are worked out within, and get the labels of their relations
 * around that: each once.
 */
export class AggregateStatement {
  readonly #joins: Joins
  readonly #groups: GroupColumn[]
  readonly #measures: [name: string, MeasureColumn][]
  readonly #condition?: Sql

  /** @throws E_NOT_ALLOWED, E_FILTER, E_UNKNOWN_NAME */
  constructor(
    readonly access: Access,
    readonly query: AggregateQuery
  ) {
    this.#joins = new Joins(access)
    this.#condition = rowsCondition(access, query)
    this.#groups = (query.by ?? []).map((group) => groupColumn(access, this.#joins, group))
    this.#measures = Object.entries(query.measures).map(([name, measure]) => [
      name,
      measureColumn(access, measure),
    ])
  }

  get sql(): Sql {
    const { table } = this.access.resource
    const columns = [
      ...this.#groups.map((group) => sql`${group.sql} as ${identifier(group.field.column)}`),
      ...this.#measures.map(([, measure], index) => sql`${measure.sql} as ${measureName(index)}`),
    ]
    const groups = sql`select ${joined(columns)} from ${identifier(table)} ${identifier(ROWS)}
      ${where(this.#condition)} ${this.#grouping}`
    if (!this.#groups.length) return groups

    return sql`select ${joined(this.#outerColumns)} from (${groups}) ${identifier(ROWS)}
      ${this.#joins.sql} order by ${this.#order((index) => identifier(`g${index}`))}`
  }

  /** A row of the statement as the service gives it. */
  row(raw: Record<string, any>): AggregateRow {
    const { model } = this.access.resource
    const groups = this.#groups.map(({ name, field }, index): [string, unknown] => [
      name,
      valueOf(model, field.name, raw[`g${index}`]),
    ])
    const labels = this.#groups.flatMap(({ relation }, index) => {
      const key = raw[`k${index}`]
      return relation ? [[relation, key === null ? null : { key, title: raw[`l${index}`] }]] : []
    })
    const values = this.#measures.map(([name, { read }], index) => [name, read(raw[`m${index}`])])

    return {
      group: Object.fromEntries(groups),
      labels: Object.fromEntries(labels),
      values: Object.fromEntries(values),
    }
  }

  get #grouping() {
    if (!this.#groups.length) return sql``
    const place = (index: number) => literal(index + 1)
    const places = this.#groups.map((_, index) => place(index))
    const size = literal(Math.max(1, Math.trunc(this.query.size ?? SIZE)))
    return sql`group by ${joined(places)} order by ${this.#order(place)} limit ${size}`
  }

  /** Spans of time from the latest; others from the greatest measure. */
  #order(nameOf: (index: number) => Sql) {
    const groups = this.#groups.map(({ isTime }, index) =>
      isTime ? sql`${nameOf(index)} desc nulls last` : nameOf(index)
    )
    const isTimely = this.#groups.some(({ isTime }) => isTime)
    const first = this.#measures.length ? [sql`${measureName(0)} desc nulls last`] : []
    return joined([...(isTimely ? [] : first), ...groups])
  }

  get #outerColumns() {
    const groups = this.#groups.flatMap(({ field, relation }, index) => {
      const column = sql`${identifier(ROWS, field.column)} as ${identifier(`g${index}`)}`
      const join = relation && this.#joins.to(relation)
      if (!join) return [column]

      const { access, alias } = join
      return [
        column,
        sql`${keySql(access.resource, alias)} as ${identifier(`k${index}`)}`,
        sql`${titleSql(access, alias)} as ${identifier(`l${index}`)}`,
      ]
    })
    return [...groups, ...this.#measures.map((_, index) => measureName(index))]
  }
}

function measureName(index: number) {
  return identifier(`m${index}`)
}
