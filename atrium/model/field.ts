import { column } from '@adonisjs/lucid/orm'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import type { Decimal } from './decimal.ts'
import { bigintCodec, decimalCodec, idCodec } from './codecs.ts'

type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false

/**
 * Stands in the compiler's message when a property is declared as something else than its field
 * holds.
 */
type Mismatch<Declared, Expected> = {
  'this field holds': Expected
  'but is declared as': Declared
}

/**
 * A property decorator that compiles only on a property declared as `V`, exactly.
 */
type FieldOf<V> = <T extends object, K extends string & keyof T>(
  target: T,
  property: Same<T[K], V> extends true ? K : K & Mismatch<T[K], V>
) => void

/**
 * What every kind of field may be told. Write the options inline: the compiler reads them.
 */
type FieldOptions = {
  /** Whether the column may be empty. The property is then declared with `| null` */
  nullable?: boolean

  /** The column's name, when it is not the property's in snake_case */
  columnName?: string
}

type Nullable<O> = O extends { nullable: true } ? null : never

/**
 * A model's class, seen from a foreign key that points to it.
 */
type Keyed = LucidModel & { new (...args: any[]): { id: unknown } }

/**
 * Fields of a model. Each says the column's type, its form in code and in JSON once; a property
 * declared as anything else does not compile.
 */
export const field = {
  /**
   * The primary key, given by the database: a `number` that refuses to round.
   */
  id: (): FieldOf<number> => (target, property) =>
    column({ isPrimary: true, ...idCodec, meta: { field: { kind: 'id' } } })(target, property),

  /**
   * A whole number of 64 bits: `bigint` in code, text in JSON.
   */
  bigint:
    <const O extends FieldOptions = {}>(options?: O): FieldOf<bigint | Nullable<O>> =>
    (target, property) =>
      column({
        columnName: options?.columnName,
        ...bigintCodec,
        meta: { field: { kind: 'bigint', ...options } },
      })(target, property),

  /**
   * An exact decimal: `Decimal` in code, text in JSON. `precision` is the number of digits in
   * all, `scale` the number of those behind the point.
   */
  decimal:
    <const O extends FieldOptions & { precision: number; scale: number }>(
      options: O
    ): FieldOf<Decimal | Nullable<O>> =>
    (target, property) =>
      column({
        columnName: options.columnName,
        ...decimalCodec,
        meta: { field: { kind: 'decimal', ...options } },
      })(target, property),

  /**
   * The key of another model's row. Reads like the key that it points to.
   */
  foreignKey:
    <M extends Keyed, const O extends FieldOptions = {}>(
      model: () => M,
      options?: O
    ): FieldOf<InstanceType<M>['id'] | Nullable<O>> =>
    (target, property) =>
      column({
        columnName: options?.columnName,
        ...idCodec,
        meta: { field: { kind: 'foreignKey', model, ...options } },
      })(target, property),
}
