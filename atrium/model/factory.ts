import { createRequire } from 'node:module'
import type { FactoryManager } from '@adonisjs/lucid/factories'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type {
  BelongsToRelationContract,
  ExtractModelRelations,
} from '@adonisjs/lucid/types/relations'
import type {
  DefineCallback,
  FactoryBuilderQueryContract,
  FactoryContextContract,
  FactoryModelContract,
  StateCallback,
} from '@adonisjs/lucid/types/factory'

import { follow, recipeOf, type Recipe } from './factory/recipe.ts'
import { makeRelated } from './factory/related_rows.ts'

/** Factories of related models, for `with` */
type Relations<M extends LucidModel> = {
  [K in ExtractModelRelations<InstanceType<M>>]: InstanceType<M>[K] extends {
    model: infer R extends LucidModel
  }
    ? () => FactoryBuilderQueryContract<R, FactoryModelContract<R>>
    : never
}

type ModelFactory<M extends LucidModel> = FactoryModelContract<M> & {
  relations: Relations<M>
  states: { full: StateCallback<M> }
}

const factories = new WeakMap<LucidModel, ModelFactory<any>>()

/**
 * A factory of Lucid that makes up believable rows from the fields of a model: within their limits,
 * different where they are unique, with the rows that they have to point to. Defaults hold. Fields that
 * may be empty stay empty; the state `full` fills them, except for those that lead to other rows.
 *
 * @param values what is to be as the tests expect it
 */
export function factoryFor<M extends LucidModel>(
  model: M,
  values: DefineCallback<M> = () => ({})
): ModelFactory<M> {
  let known: Recipe | undefined
  const recipe = () => (known ??= recipeOf(model))

  const factory = lucid().define(model, async (ctx) => {
    return { ...follow(recipe().always, ctx.faker), ...(await values(ctx)) } as any
  })
  factory.state('full', (row, { faker }) => fillEmpty(row, follow(recipe().whenAsked, faker)))
  relate(factory, model)
  factories.set(model, factory as any)

  return factory.before('create', completeRow).before('makeStubbed', completeRow) as any
}

function fillEmpty(row: any, values: Record<string, unknown>) {
  for (const [name, value] of Object.entries(values)) row[name] ??= value
}

/** Lets `with` make rows of all relations. A factory may replace any of them with its own */
function relate(factory: FactoryModelContract<any>, model: LucidModel) {
  model.boot()

  for (const [name, { type, relatedModel }] of model.$relationsDefinitions) {
    if (type === 'hasManyThrough') continue
    factory.relation(name as never, () => factoryOf(relatedModel()).build())
  }
}

/** Makes the rows that a row has to point to, unless it was given them or `with` will make them */
async function completeRow(builder: any, row: LucidRow, ctx: FactoryContextContract) {
  const { $relationsDefinitions } = row.constructor as LucidModel
  const asked = builder.withBelongsToRelations.map(({ name }: { name: string }) => {
    const relation = $relationsDefinitions.get(name) as BelongsToRelationContract<any, any>
    return relation.foreignKey
  })

  await makeRelated(row, ctx, asked, (model, given) => {
    const related = factoryOf(model).build().query().merge(given).useCtx(ctx)
    return ctx.isStubbed ? related.makeStubbed() : related.create()
  })
}

/** The factory that the tests defined for a model, or else one by its fields alone */
function factoryOf(model: LucidModel): ModelFactory<any> {
  return factories.get(model) ?? (factoryFor(model) as unknown as ModelFactory<any>)
}

/** Data to make rows up from weighs 19 MB, which a running application never needs */
function lucid(): FactoryManager {
  return createRequire(import.meta.url)('@adonisjs/lucid/factories').default
}
