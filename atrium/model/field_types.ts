import type { DateTime, Duration } from 'luxon'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import type { Decimal } from './decimal.ts'
import type { Expression } from './expression.ts'
import type {
  DefaultValue,
  FieldKind,
  FieldOptions,
  OptionsOf,
  ScalarKind,
} from './field_description.ts'

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
 * A property decorator that compiles only on a property declared as `V`, exactly, or as `W`.
 */
export type FieldOf<V, W = V> = <T extends object, K extends string & keyof T>(
  target: T,
  property: Same<T[K], V> extends true ? K : Same<T[K], W> extends true ? K : K & Mismatch<T[K], V>
) => void

/** What a field of several choices holds: the property may be declared as exactly these */
export type Chosen<O, V> = O extends { choices: readonly (infer C)[] }
  ? C extends { value: infer X }
    ? X
    : C
  : V

/**
 * A property decorator that looks only at whether the property may be null: what JSON and columns of
 * a type of your own hold is for you to say, also `any`.
 */
export type FieldOfAny<N extends boolean> = <T extends object, K extends string & keyof T>(
  target: T,
  property: Same<MayBeNull<T[K], N>, N> extends true ? K : K & Mismatch<T[K], N>
) => void

type MayBeNull<V, N> = 0 extends 1 & V ? N : null extends V ? true : false

/** The same for a column that may be left to queries */
export type FieldOfAnyRead<O> = O extends { read: false }
  ? FieldOf<undefined>
  : FieldOfAny<IsNullable<O>>

export type Nullable<O> = O extends { nullable: true } ? null : never
export type IsNullable<O> = O extends { nullable: true } ? true : false

/** The options of a kind of field whose default is a `V`, or SQL */
export type Options<K extends FieldKind, V> = Omit<FieldOptions, 'default'> &
  OptionsOf[K] & { default?: V | TextOf<V> | Expression }

/** What text says exactly may be given as text */
type TextOf<V> = V extends Decimal | DateTime | Duration ? string : never

export type IdOptions = OptionsOf['id'] &
  Pick<FieldOptions, 'columnName' | 'comment' | 'renamedFrom'>
export type EnumOptions<V extends readonly string[]> = Omit<Options<'enum', V[number]>, 'values'>
export type ArrayOptions<S extends ScalarKind> = Omit<Options<'array', readonly Values[S][]>, 'of'>
export type JsonOptions = Options<'json', DefaultValue>
export type GeneratedOptions = Omit<Options<'generated', never>, 'default' | 'primary'>
export type CustomOptions = Omit<Options<'custom', DefaultValue>, 'type'>

export type KeyOptions<M extends Keyed> = Omit<
  Options<'foreignKey', number | string | bigint>,
  'model' | 'references'
> & { references?: keyof InstanceType<M> & string }

/** Refuses options that there are not: a generic parameter alone lets them through */
export type Only<O, Known> = O & { [K in Exclude<keyof O, keyof Known>]: never }

/**
 * A model's class, seen from a foreign key that points to it.
 */
export type Keyed = LucidModel & { new (...args: any[]): any }

/** The value of the property that a foreign key points to */
export type KeyOf<M extends Keyed, O> = O extends { references: infer R extends string }
  ? R extends keyof InstanceType<M>
    ? InstanceType<M>[R]
    : never
  : InstanceType<M>['id']

/** What a field of each kind holds, where the kind alone says it */
export type Values = {
  string: string
  text: string
  slug: string
  email: string
  url: string
  integer: number
  bigint: bigint
  decimal: Decimal
  float: number
  boolean: boolean
  date: DateTime
  timestamp: DateTime
  time: string
  duration: Duration
  uuid: string
  binary: Buffer
  file: string
  image: string
  inet: string
}
