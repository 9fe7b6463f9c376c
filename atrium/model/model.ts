import { errors } from '@adonisjs/lucid'
import { BaseModel } from '@adonisjs/lucid/orm'
import { managedTransaction } from '@adonisjs/lucid/utils'
import type { LucidModel, ModelAdapterOptions, ModelObject } from '@adonisjs/lucid/types/model'

import type { Own } from './table_parts.ts'
import { comparisonsOf } from './comparisons.ts'
import { keyOf, refuseSingleValue } from './primary_key.ts'
import { fillNew, stampChanged } from './automatic_values.ts'
import type { DeclaredField } from './field_description.ts'
import { compareKeysInBetween, readKeysInBetween } from './keys_in_between.ts'
import { readBack, withoutComputed } from './computed_values.ts'
import { ruleOfField, schemaOf, type Purpose, type RuleOf, type SchemaOf } from './rules/schema.ts'
import { keepRulesOfRelated } from './mixins/queries_of_relations.ts'

/**
 * What every model of Atrium extends: a Lucid model whose columns are fields.
 */
export class Model extends BaseModel {
  /** What the fields were declared as, by property: those that are not read as well */
  declare static $fields: Map<string, DeclaredField>

  static boot() {
    super.boot()
    this.$defineProperty('$fields', new Map(), (inherited) => new Map(inherited))
  }

  /**
   * A VineJS schema of what people send for a row, made from the fields. Keys and what fills itself
   * are not in it. In one for changes everything may be left out, but only fields that may be empty
   * may be taken away.
   *
   * @param names the fields that are wanted, all of them unless said
   */
  static schema<M extends new () => any, K extends Own<InstanceType<M>> = Own<InstanceType<M>>>(
    this: M,
    purpose: Purpose,
    names?: K[]
  ): SchemaOf<InstanceType<M>, K> {
    return schemaOf(this, purpose, names)
  }

  /** The rule of one field that must be given, to make validators of. */
  static rule<M extends new () => any, K extends Own<InstanceType<M>>>(
    this: M,
    name: K
  ): RuleOf<InstanceType<M>[K]> {
    return ruleOfField(this, name)
  }

  /** A relation, of which the queries keep the rules of the model on the other side. */
  static $getRelation(name: string): any {
    const relation = super.$getRelation(name)
    if (relation) compareKeysInBetween(relation)
    return relation && keepRulesOfRelated(relation)
  }

  /**
   * The row with this key.
   *
   * @throws E_COMPOSITE_KEY the key has several fields
   */
  static async find<T extends LucidModel>(this: T, key: any, options?: ModelAdapterOptions) {
    refuseSingleValue(this)
    return BaseModel.find.call(this, key, options) as Promise<InstanceType<T> | null>
  }

  /**
   * The row with this key.
   *
   * @throws E_ROW_NOT_FOUND there is none
   * @throws E_COMPOSITE_KEY the key has several fields
   */
  static async findOrFail<T extends LucidModel>(this: T, key: any, options?: ModelAdapterOptions) {
    refuseSingleValue(this)
    return BaseModel.findOrFail.call(this, key, options) as Promise<InstanceType<T>>
  }

  /**
   * The rows with these keys.
   *
   * @throws E_COMPOSITE_KEY the key has several fields
   */
  static async findMany<T extends LucidModel>(this: T, keys: any[], options?: ModelAdapterOptions) {
    refuseSingleValue(this)
    return BaseModel.findMany.call(this, keys, options) as Promise<InstanceType<T>[]>
  }

  /**
   * What was changed since the row was read. Some values are the same, or are not, where Lucid
   * cannot tell: thirty days are no month.
   */
  get $dirty(): any {
    const dirty = super.$dirty
    if (!this.$isPersisted) return dirty

    for (const [name, same] of comparisonsOf(this.#model)) {
      const [value, original] = [this.$attributes[name], this.$original[name]]
      if (!value || !original) continue

      if (same(value, original)) delete dirty[name]
      else dirty[name] = value
    }
    return dirty
  }

  /**
   * Locks the row and calls back with what it holds by now. The lock ends with the transaction.
   *
   * @throws E_MODEL_DELETED there is no such row any more
   */
  async lockForUpdate<T>(callback: (row: this) => Promise<T> | T): Promise<T> {
    return managedTransaction(this.#model.$adapter.modelClient(this), async (trx) => {
      const row = await this.#model.query({ client: trx }).forUpdate().where(keyOf(this)).first()
      if (!row) throw new errors.E_MODEL_DELETED()

      return callback(row as this)
    })
  }

  /**
   * Fills the row with what the database answered. Keys that belong to no field arrive as text;
   * Lucid compares them with those of the rows on the other side, so they are read alike.
   */
  $consumeAdapterResult(result: ModelObject, sideloaded?: ModelObject) {
    super.$consumeAdapterResult(result, sideloaded)
    readKeysInBetween(this.$extras)
  }

  /**
   * The query that writes this row or reads it again. It finds exactly this row, however many
   * fields its key has, and brings back what the database itself puts into the row.
   *
   * @throws E_INCOMPLETE_KEY the row was read without its key
   */
  $getQueryFor(action: any, client: any): any {
    const query =
      action === 'insert'
        ? client.insertQuery().table(this.#model.table)
        : client.modelQuery(this.#model).where(keyOf(this))

    return action === 'insert' || action === 'update' ? readBack(query, this, action) : query
  }

  /** Called by Lucid before a row is added, with hooks or without */
  protected initiateAutoCreateColumns() {
    fillNew(this)
  }

  /** Called by Lucid before a row is changed, with hooks or without */
  protected initiateAutoUpdateColumns() {
    stampChanged(this)
  }

  /** Called by Lucid for what goes to the database */
  protected prepareForAdapter(attributes: ModelObject): ModelObject {
    const { prepareForAdapter } = BaseModel.prototype as any
    return prepareForAdapter.call(this, withoutComputed(this, attributes))
  }

  get #model() {
    return this.constructor as typeof Model
  }
}
