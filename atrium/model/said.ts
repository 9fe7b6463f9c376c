import type { LucidModel } from '@adonisjs/lucid/types/model'

import type { ModelDescription } from './model_description.ts'

/** What classes say of their tables by static properties */
type Said = Pick<
  ModelDescription,
  | 'indexes'
  | 'constraints'
  | 'triggers'
  | 'functions'
  | 'views'
  | 'extensions'
  | 'requires'
  | 'storage'
>

/**
 * What a class and those that it extends say under one name, the class itself last: a mixin's
 * `static indexes` stay beside those of the model.
 */
export function said<K extends keyof Said>(model: LucidModel, name: K): Said[K][] {
  const classes: any[] = []
  for (let one: any = model; one; one = Object.getPrototypeOf(one)) classes.unshift(one)

  return classes
    .filter((one) => Object.hasOwn(one, name))
    .map((one) => Reflect.get(one, name, model))
}

/**
 * The lists of a class and of those that it extends in one. What has the same name is the same
 * thing: the last one holds.
 */
export function saidByName<K extends Exclude<keyof Said, 'storage'>>(
  model: LucidModel,
  name: K,
  nameOf: (one: Said[K][number]) => string
): Said[K][number][] {
  const all = said(model, name).flat() as Said[K][number][]
  return Array.from(new Map(all.map((one) => [nameOf(one), one])).values())
}
