import type { QueryClientContract } from '@adonisjs/lucid/types/database'

import type { Actor } from '../actor.ts'
import { Access } from '../policy/access.ts'
import type { Resource } from '../resource.ts'
import { show } from '../reading/show.ts'
import { list } from '../reading/list.ts'
import { count, type CountKind } from '../reading/count.ts'
import { aggregate, type AggregateQuery, type AggregateRow } from '../reading/aggregate.ts'
import { facets, type Facet } from '../reading/facets.ts'
import { histogram, type Histogram } from '../reading/histogram.ts'
import {
  labelsOf,
  options as optionsOf,
  type Option,
  type OptionsQuery,
} from '../reading/options.ts'
import { examine, type Examination } from '../reading/examine.ts'
import { each } from '../reading/each.ts'
import { create } from '../writing/create.ts'
import { update } from '../writing/update.ts'
import { destroy } from '../writing/destroy.ts'
import { restore } from '../writing/restore.ts'
import { act, type ActInput, type ActResult } from '../writing/act.ts'
import { deletionPreview, type DeletionPreview } from '../writing/deletion_preview.ts'
import { staleness, type Staleness } from '../writing/staleness.ts'
import { historyPage, type HistoryPage, type HistoryQuery } from '../history/history_page.ts'
import { restoreField, restoreRow } from '../history/restore_values.ts'
import {
  deletedRows,
  type DeletedRowsPage,
  type DeletedRowsQuery,
} from '../history/deleted_rows.ts'
import type {
  Count,
  EachOptions,
  ListQuery,
  Page,
  Row,
  RowKey,
  RowsQuery,
  WriteOptions,
} from './types.ts'

/**
 * What every operation works with.
 */
export type ServiceContext = {
  resource: Resource
  actor: Actor
  access: Access

  /** The transaction of the caller, if it has one; otherwise the service opens its own */
  client?: QueryClientContract
}

/**
 * Executes operations on a resource for an actor: the only code that does. Each is authorised and
 * validated, and writes in a transaction of its own, nested in that of the caller. Takes and gives plain
 * values and knows no protocol. The actor is loaded before.
 */
export class ResourceService {
  readonly access: Access
  readonly #context: ServiceContext

  constructor(
    readonly resource: Resource<any>,
    readonly actor: Actor,
    client?: QueryClientContract
  ) {
    this.access = Access.of(resource, actor)
    this.#context = { resource, actor, access: this.access, client }
  }

  /**
   * A page of rows, in one query however many columns and labels it has.
   *
   * @throws E_NOT_ALLOWED, E_FILTER, E_BAD_SORT, E_BAD_CURSOR, E_UNKNOWN_NAME
   */
  list(query: ListQuery = {}): Promise<Page> {
    return list(this.#context, query)
  }

  /**
   * One row with all that the actor may read of it, or only with `fields`.
   *
   * @throws E_NOT_ALLOWED, E_ROW_NOT_FOUND, E_UNKNOWN_NAME
   */
  show(key: RowKey, query?: Pick<ListQuery, 'fields' | 'actions' | 'trash'>): Promise<Row> {
    return show(this.#context, key, query)
  }

  /** How many rows there are. Estimates come from the planner; exact counts have a time limit. */
  count(query: RowsQuery = {}, kind: CountKind = 'capped'): Promise<Count> {
    return count(this.#context, query, kind)
  }

  /**
   * Counts, sums, averages, smallest and greatest, in all or by group.
   *
   * @throws E_TOO_SLOW it takes longer than `budget`
   */
  aggregate(query: AggregateQuery): Promise<AggregateRow[]> {
    return aggregate(this.#context, query)
  }

  /** How often each value of some fields comes up, within a budget of time. */
  facets(query: RowsQuery & { fields: string[]; budget?: number }): Promise<Facet[]> {
    return facets(this.#context, query)
  }

  /** How rows are spread over time, within a budget of time. */
  histogram(query: RowsQuery & { field: string; budget?: number }): Promise<Histogram> {
    return histogram(this.#context, query)
  }

  /** Rows of the resource on the other side of a relation, to choose from. */
  options(relation: string, query: OptionsQuery): Promise<Option[]> {
    return optionsOf(this.#context, relation, query)
  }

  /** What the rows with these keys are known by, as far as the actor may see them. One query. */
  labelsOf(keys: RowKey[]): Promise<Option[]> {
    return labelsOf(this.#context, keys)
  }

  /** The statement of a list, its plan, and the index that would help. For administrators. */
  examine(query: ListQuery & { analyze?: boolean } = {}): Promise<Examination> {
    return examine(this.#context, query)
  }

  /**
   * Every row that fits, in the order of the list, from a cursor: memory does not grow with them. Whoever
   * pauses goes on with the rows as they are by then.
   */
  each(query: ListQuery = {}, options?: EachOptions): AsyncIterable<Row> {
    return each(this.#context, query, options)
  }

  /**
   * Makes a row, with its inline rows and its many-to-many relations, in one transaction.
   *
   * @param input by field and relation; what is unknown is an error
   * @throws E_NOT_ALLOWED, E_VALIDATION_ERROR
   */
  create(input: Record<string, unknown>, options?: WriteOptions): Promise<Row> {
    return create(this.#context, input, options)
  }

  /**
   * Changes a row, with its inline rows and its many-to-many relations, in one transaction.
   *
   * @throws E_NOT_ALLOWED, E_ROW_NOT_FOUND, E_VALIDATION_ERROR
   * @throws E_STALE_ROW the row is not in `options.version` any more
   */
  update(key: RowKey, input: Record<string, unknown>, options?: WriteOptions): Promise<Row> {
    return update(this.#context, key, input, options)
  }

  /**
   * Deletes a row, or marks it as deleted where the model does that.
   *
   * @throws E_NOT_ALLOWED, E_ROW_NOT_FOUND, E_STALE_ROW
   * @throws E_ROW_IN_USE a foreign key restricts it
   */
  delete(key: RowKey, options?: WriteOptions & { forGood?: boolean }): Promise<void> {
    return destroy(this.#context, key, options)
  }

  /** Takes a row back that was marked as deleted. */
  restore(key: RowKey, options?: WriteOptions): Promise<Row> {
    return restore(this.#context, key, options)
  }

  /** What goes with a row when it is deleted: counts up to a limit, and no row is loaded. */
  deletionPreview(key: RowKey): Promise<DeletionPreview> {
    return deletionPreview(this.#context, key)
  }

  /**
   * Compares what somebody wants to save with what others saved since they read the row.
   *
   * @param base the values that they saw, by field
   */
  staleness(
    key: RowKey,
    base: Record<string, unknown>,
    mine: Record<string, unknown>
  ): Promise<Staleness> {
    return staleness(this.#context, key, base, mine)
  }

  /** Runs one of the resource's own actions, on a row or, without a key, on the whole. */
  act(action: string, key: RowKey | null, input?: ActInput): Promise<ActResult> {
    return act(this.#context, action, key, input)
  }

  /** What was done with the rows, or one of them, latest first, grouped by operation. */
  history(query: HistoryQuery): Promise<HistoryPage> {
    return historyPage(this.#context, query)
  }

  /** Rows that were deleted for good, latest first: `restoreRow` with their entry brings one back. */
  deletedRows(query?: DeletedRowsQuery): Promise<DeletedRowsPage> {
    return deletedRows(this.#context, query)
  }

  /** Makes a field what it was before an entry of the history. */
  restoreField(key: RowKey, field: string, entry: number, options?: WriteOptions): Promise<Row> {
    return restoreField(this.#context, key, field, entry, options)
  }

  /** Makes a row what it was before an entry of the history; one that was deleted comes back. */
  restoreRow(key: RowKey, entry: number, options?: WriteOptions): Promise<Row> {
    return restoreRow(this.#context, key, entry, options)
  }
}
