import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { ModelDescription, TriggerDefinition } from '#atrium/model/main'

import { Registry } from './registry.ts'
import { quote } from '../schema/names.ts'
import { checkedName } from './checked_name.ts'
import { declaredPivot } from './declared_pivot.ts'
import { declaredIndexes } from './declared_indexes.ts'
import { declaredColumns } from './declared_columns.ts'
import { declaredConstraints } from './declared_constraints.ts'
import { declaredEnums, declaredFunctions, declaredViews } from './declared_objects.ts'
import { E_NAME_TAKEN, E_TABLE_DECLARED_TWICE } from './errors.ts'
import type { Schema, Table, Trigger } from '../schema/types.ts'

/**
 * What the models say, before PostgreSQL has seen it: as a schema whose definitions are the models'
 * words.
 */
export type Declared = {
  schema: Schema
  registry: Registry

  /** The model that declares each table, or the relation that it is for */
  owners: Record<string, ModelDescription>
}

/**
 * Puts together what all models say.
 *
 * @throws E_TABLE_DECLARED_TWICE, E_NAME_TAKEN, E_NAME_TOO_LONG, E_MODEL_NOT_FOUND, E_NO_SUCH_FIELD
 */
export function declaredSchema(models: LucidModel[]): Declared {
  const registry = new Registry(models)
  const all = registry.all()
  const owners: Declared['owners'] = {}
  const schema: Schema = {
    extensions: [...new Set(all.flatMap(({ extensions }) => extensions))].sort(),
    enums: declaredEnums(all),
    functions: declaredFunctions(all),
    views: declaredViews(all),
    tables: {},
  }

  for (const model of all) {
    const { table, name } = model
    if (owners[table]) throw new E_TABLE_DECLARED_TWICE([table, owners[table].name, name])

    owners[table] = model
    schema.tables[table] = declaredTable(model, registry)
  }
  for (const model of all) addPivots(model, { schema, registry, owners })
  for (const model of all) addTriggers(model, { schema, registry, owners })
  return { schema, registry, owners }
}

function declaredTable(model: ModelDescription, registry: Registry): Table {
  const { table, name, comment, storage } = model
  return {
    name: checkedName(table, `The table of ${name}`),
    comment: comment ?? null,
    columns: unique(declaredColumns(model, registry), `The column`, model),
    constraints: unique(declaredConstraints(model, registry), `The constraint`, model),
    indexes: unique(declaredIndexes(model, registry), `The index`, model),
    triggers: {},
    storage: Object.fromEntries(
      Object.entries(storage).map(([key, value]) => [key, String(value)])
    ),
  }
}

function unique<T extends { name: string }>(parts: T[], what: string, { name }: ModelDescription) {
  const byName: Record<string, T> = {}
  for (const part of parts) {
    if (Object.hasOwn(byName, part.name))
      throw new E_NAME_TAKEN([`${what} ${part.name}`, name, 'itself'])
    byName[part.name] = part
  }
  return byName
}

/** Both sides of a relation declare its table. A model may stand for it as well. */
function addPivots(model: ModelDescription, { schema, registry, owners }: Declared) {
  for (const pivot of model.pivots) {
    const there = schema.tables[pivot.table]
    const owner = owners[pivot.table]
    const fits = there && pivot.keys.every(({ columnName }) => columnName in there.columns)

    if (there && !fits) {
      throw new E_TABLE_DECLARED_TWICE([pivot.table, owner.name, `a relation of ${model.name}`])
    }
    if (!there) {
      schema.tables[pivot.table] = declaredPivot(pivot, model, registry)
      owners[pivot.table] = model
    }
  }
}

function addTriggers(model: ModelDescription, { schema, registry }: Declared) {
  for (const definition of model.triggers) {
    const who = `The trigger ${definition.name} of ${model.name}`
    const { table } = registry.description(definition.on?.() ?? model.model, who)
    const { triggers } = schema.tables[table]

    if (triggers[definition.name]) {
      throw new E_NAME_TAKEN([
        `The trigger ${definition.name} of ${table}`,
        model.name,
        'another model',
      ])
    }
    triggers[definition.name] = trigger(definition, table, who)
  }
}

function trigger(definition: TriggerDefinition, table: string, who: string): Trigger {
  const { when, referencing, forEach, condition, execute } = definition
  const name = checkedName(definition.name, who)
  const source = [
    `create trigger ${quote(name)} ${when} on ${quote(table)}`,
    referencing && `referencing ${referencing}`,
    `for each ${forEach}`,
    condition && `when (${condition})`,
    `execute function ${execute}`,
  ]
    .filter(Boolean)
    .join('\n')

  return { name, table, definition: source, source, function: execute }
}
