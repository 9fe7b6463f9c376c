import type { DateTime, Duration } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import type { Decimal } from './decimal.ts'
import { codecs } from './codecs.ts'
import type { FieldKind, FieldOptions, OptionsOf, ScalarKind } from './field_description.ts'

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
 * A property decorator that looks only at whether the property may be null: what JSON and columns of
 * a type of your own hold is for you to say.
 */
type FieldOfAny<N extends boolean> = <T extends object, K extends string & keyof T>(
  target: T,
  property: Same<null extends T[K] ? true : false, N> extends true ? K : K & Mismatch<T[K], N>
) => void

type Nullable<O> = O extends { nullable: true } ? null : never
type IsNullable<O> = O extends { nullable: true } ? true : false
type Options<K extends FieldKind> = FieldOptions & OptionsOf[K]

/**
 * A model's class, seen from a foreign key that points to it.
 */
type Keyed = LucidModel & { new (...args: any[]): any }

/** The value of the property that a foreign key points to */
type KeyOf<M extends Keyed, O> = O extends { references: infer R extends keyof InstanceType<M> }
  ? InstanceType<M>[R]
  : InstanceType<M>['id']

/** What an array of these kinds holds */
type Scalars = {
  string: string
  text: string
  integer: number
  bigint: bigint
  decimal: Decimal
  float: number
  boolean: boolean
  date: DateTime
  timestamp: DateTime
  uuid: string
  inet: string
}

/**
 * Writes Lucid's own `@column`, with the description of the field in its `meta`.
 */
function decorate<K extends FieldKind>(kind: K, options: Partial<Options<K>> = {}) {
  const field = { kind, ...options }
  const { columnName, hidden, primary } = options as FieldOptions

  return (target: any, property: string) =>
    column({
      columnName,
      isPrimary: kind === 'id' || primary,
      serializeAs: hidden ? null : undefined,
      ...codecs[kind](field as any),
      meta: { field },
    })(target, property)
}

/** The decorator of a kind whose options may all be left out */
function simple<V, K extends FieldKind>(kind: K) {
  return <const O extends Options<K> = {} & Options<K>>(options?: O): FieldOf<V | Nullable<O>> =>
    decorate(kind, options)
}

/**
 * Fields of a model. Each says the column's type, its form in code and in JSON once; a property
 * declared as anything else does not compile.
 */
export const field = {
  /** The primary key, given by the database: a `number` that refuses to round. */
  id: (
    options: OptionsOf['id'] & Pick<FieldOptions, 'columnName' | 'comment' | 'renamedFrom'> = {}
  ): FieldOf<number> => decorate('id', options),

  /** A line of text: varchar(255), or as long as `max` says. */
  string: simple<string, 'string'>('string'),

  /** Text of any length. */
  text: simple<string, 'text'>('text'),

  /** The part of an address that names the row, made from another field with `from`. */
  slug: simple<string, 'slug'>('slug'),

  /** An address that mail can be sent to. */
  email: simple<string, 'email'>('email'),

  /** An address on the web. */
  url: simple<string, 'url'>('url'),

  /** A whole number of 32 bits. */
  integer: simple<number, 'integer'>('integer'),

  /** A whole number of 64 bits: `bigint` in code, text in JSON. */
  bigint: simple<bigint, 'bigint'>('bigint'),

  /** An exact decimal: `Decimal` in code, text in JSON. */
  decimal: simple<Decimal, 'decimal'>('decimal'),

  /** A binary fraction, which rounds. For measurements, never for money. */
  float: simple<number, 'float'>('float'),

  boolean: simple<boolean, 'boolean'>('boolean'),

  /** A day. */
  date: simple<DateTime, 'date'>('date'),

  /** A moment. With `autoCreate` and `autoUpdate` it is set when the row is. */
  timestamp: simple<DateTime, 'timestamp'>('timestamp'),

  /** A time of day, as text: `17:30:00`. */
  time: simple<string, 'time'>('time'),

  /** A length of time, exact to the microsecond. */
  duration: simple<Duration, 'duration'>('duration'),

  /** One of these words. */
  enum: <
    const V extends readonly string[],
    const O extends FieldOptions & Omit<OptionsOf['enum'], 'values'> = {},
  >(
    values: V,
    options?: O
  ): FieldOf<V[number] | Nullable<O>> => decorate('enum', { ...options, values }),

  /** Anything that JSON can say. What it is in code is for the property to declare. */
  json: <const O extends Options<'json'> = {}>(options?: O): FieldOfAny<IsNullable<O>> =>
    decorate('json', options),

  /** A UUID, of version 7 unless it is given. */
  uuid: simple<string, 'uuid'>('uuid'),

  /** Several values of one kind, in order. */
  array: <
    const S extends ScalarKind,
    const O extends FieldOptions & Omit<OptionsOf['array'], 'of'> = {},
  >(
    of: S,
    options?: O
  ): FieldOf<Scalars[S][] | Nullable<O>> => decorate('array', { ...options, of }),

  /** Bytes. */
  binary: simple<Buffer, 'binary'>('binary'),

  /** A file on a disk: the field holds its key there. */
  file: simple<string, 'file'>('file'),

  /** A picture on a disk: the field holds its key there. */
  image: simple<string, 'image'>('image'),

  /** The address of a machine, or of a network. */
  inet: simple<string, 'inet'>('inet'),

  /** Computed by the database from other columns of the row. Read only. */
  generated: <const O extends Options<'generated'>>(options: O): FieldOfAny<IsNullable<O>> =>
    decorate('generated', options),

  /** The key of another model's row. It reads like the property that it points to. */
  foreignKey: <
    M extends Keyed,
    const O extends FieldOptions & Omit<OptionsOf['foreignKey'], 'model'> = {},
  >(
    model: () => M,
    options?: O
  ): FieldOf<KeyOf<M, O> | Nullable<O>> => decorate('foreignKey', { ...options, model }),

  /** A column of any type of PostgreSQL, as the driver gives it. */
  custom: <const O extends FieldOptions = {}>(
    type: string,
    options?: O
  ): FieldOfAny<IsNullable<O>> => decorate('custom', { ...options, type }),
}
