import { column } from '@adonisjs/lucid/orm'

import type { Model } from './model.ts'
import { columnFunctions } from './codecs.ts'
import type { FieldKind, ScalarKind } from './field_description.ts'
import type {
  ArrayOptions,
  Chosen,
  CustomOptions,
  EnumOptions,
  FieldOf,
  FieldOfAny,
  FieldOfAnyRead,
  GeneratedOptions,
  IdOptions,
  IsNullable,
  JsonOptions,
  Keyed,
  KeyOf,
  KeyOptions,
  Nullable,
  Only,
  Options,
  Values,
} from './field_types.ts'

/**
 * Writes Lucid's own `@column`, with the description of the field in its `meta`. A field that is not
 * read is only described.
 */
function decorate(kind: FieldKind, options: object = {}) {
  const field: any = { kind, ...options }

  return (target: any, property: string) => {
    const model: typeof Model = target.constructor
    model.boot()
    model.$fields.set(property, field)
    if (field.read === false) return

    column({
      columnName: field.columnName,
      isPrimary: kind === 'id' || field.primary,
      serializeAs: field.hidden ? null : undefined,
      ...columnFunctions(field),
      meta: { field },
    })(target, property)
  }
}

/** The decorator of a kind whose options may all be left out */
function simple<K extends keyof Values>(kind: K) {
  type Known = Options<K, Values[K]>

  return <const O extends Known = {} & Known>(
    options?: Only<O, Known>
  ): FieldOf<Values[K] | Nullable<O>, Chosen<O, Values[K]> | Nullable<O>> => decorate(kind, options)
}

/**
 * Fields of a model. Each says the column's type, its form in code and in JSON once; a property
 * declared as anything else does not compile.
 */
export const field = {
  /** The primary key, given by the database: a `number` that refuses to round. */
  id: <const O extends IdOptions = {}>(options?: Only<O, IdOptions>): FieldOf<number> =>
    decorate('id', options),

  /** A line of text: varchar(255), or as long as `max` says. */
  string: simple('string'),

  /** Text of any length. */
  text: simple('text'),

  /** The part of an address that names the row, made from another field with `from`. */
  slug: simple('slug'),

  /** An address that mail can be sent to. */
  email: simple('email'),

  /** An address on the web. */
  url: simple('url'),

  /** A whole number of 32 bits. */
  integer: simple('integer'),

  /** A whole number of 64 bits: `bigint` in code, text in JSON. */
  bigint: simple('bigint'),

  /** An exact decimal: `Decimal` in code, text in JSON. */
  decimal: simple('decimal'),

  /** A binary fraction, which rounds. For measurements, never for money. */
  float: simple('float'),

  boolean: simple('boolean'),

  /** A day. */
  date: simple('date'),

  /** A moment. With `autoCreate` and `autoUpdate` it is set when the row is. */
  timestamp: simple('timestamp'),

  /** A time of day, as text: `17:30:00`. */
  time: simple('time'),

  /** A length of time, exact to the microsecond. */
  duration: simple('duration'),

  /** One of these words. */
  enum: <const V extends readonly string[], const O extends EnumOptions<V> = {}>(
    values: V,
    options?: Only<O, EnumOptions<V>>
  ): FieldOf<V[number] | Nullable<O>> => decorate('enum', { ...options, values }),

  /** Anything that JSON can say. What it is in code is for the property to declare. */
  json: <const O extends JsonOptions = {}>(
    options?: Only<O, JsonOptions>
  ): FieldOfAny<IsNullable<O>> => decorate('json', options),

  /** A UUID, of version 7 unless it is given. */
  uuid: simple('uuid'),

  /** Several values of one kind, in order. */
  array: <const S extends ScalarKind, const O extends ArrayOptions<S> = {}>(
    of: S,
    options?: Only<O, ArrayOptions<S>>
  ): FieldOf<Values[S][] | Nullable<O>, Chosen<O, Values[S]>[] | Nullable<O>> =>
    decorate('array', { ...options, of }),

  /** Bytes. */
  binary: simple('binary'),

  /** A file on a disk: the field holds its key there. */
  file: simple('file'),

  /** A picture on a disk: the field holds its key there. */
  image: simple('image'),

  /** The address of a machine, or of a network. */
  inet: simple('inet'),

  /** Computed by the database from other columns of the row. Read only. */
  generated: <const O extends GeneratedOptions>(
    options: Only<O, GeneratedOptions>
  ): FieldOfAnyRead<O> => decorate('generated', options) as FieldOfAnyRead<O>,

  /** The key of another model's row. It reads like the property that it points to. */
  foreignKey: <M extends Keyed, const O extends KeyOptions<M> = {}>(
    model: () => M,
    options?: Only<O, KeyOptions<M>>
  ): FieldOf<KeyOf<M, O> | Nullable<O>> => decorate('foreignKey', { ...options, model }),

  /** A column of any type of PostgreSQL, as the driver gives it. */
  custom: <const O extends CustomOptions = {}>(
    type: string,
    options?: Only<O, CustomOptions>
  ): FieldOfAnyRead<O> => decorate('custom', { ...options, type }) as FieldOfAnyRead<O>,
}
