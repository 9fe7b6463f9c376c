import type { LucidModel } from '@adonisjs/lucid/types/model'

import { check } from './checks.ts'
import type { Model } from './model.ts'
import { pivotsOf } from './pivots.ts'
import { said, saidByName } from './said.ts'
import { Expression } from './expression.ts'
import type { FieldDescription } from './field_description.ts'
import type { ModelDescription } from './model_description.ts'
import type { ConstraintDefinition, IndexDefinition } from './table_parts.ts'

const known = new WeakMap<LucidModel, ModelDescription>()

/**
 * Reads what a model's class, and the mixins that it is composed of, say of its table. Worked out
 * once for each class.
 *
 * @throws E_NOT_A_FIELD, E_FIELD_HIDDEN, E_COLUMN_TWICE, E_UNKNOWN_FIELD, E_ENUM_VALUES the class
 * contradicts itself
 */
export function describe(model: LucidModel): ModelDescription {
  const description = known.get(model) ?? checked(model)
  known.set(model, description)
  return description
}

function checked(model: LucidModel) {
  model.boot()
  const description = read(model)
  check(description)
  return description
}

function read(model: LucidModel): ModelDescription {
  return {
    model,
    name: model.name,
    table: model.table,
    renamedFrom: own(model, 'renamedFrom'),
    comment: own(model, 'comment'),
    fields: fieldsOf(model as typeof Model),
    indexes: saidByName(model, 'indexes', nameOfIndex),
    constraints: saidByName(model, 'constraints', nameOfConstraint),
    triggers: saidByName(model, 'triggers', ({ name }) => name),
    functions: saidByName(model, 'functions', ({ name }) => name),
    views: saidByName(model, 'views', ({ name }) => name),
    extensions: saidByName(model, 'extensions', (name) => name),
    requires: saidByName(model, 'requires', ({ name }) => name),
    storage: Object.assign({}, ...said(model, 'storage')),
    pivots: pivotsOf(model),
  }
}

/** What holds for this class alone, not for those that extend it */
function own(model: LucidModel, name: string): string | undefined {
  return Object.hasOwn(model, name) ? (model as any)[name] : undefined
}

/**
 * The class's own fields come first, then those of its mixins. Bare columns are for the checks to
 * refuse.
 */
function fieldsOf(model: typeof Model): FieldDescription[] {
  const inherited = (Object.getPrototypeOf(model) as typeof Model).$fields
  const names = Array.from(model.$fields?.keys() ?? [])
  const isOwn = (name: string) => !inherited?.has(name)

  return [...names.filter(isOwn), ...names.filter((name) => !isOwn(name))].map((name) => ({
    ...model.$fields.get(name)!,
    name,
    columnName: columnNameOf(model, name),
  }))
}

function columnNameOf(model: typeof Model, name: string) {
  const { columnName } = model.$fields.get(name)!
  return columnName ?? model.namingStrategy.columnName(model, name)
}

function nameOfIndex({ name, parts }: IndexDefinition) {
  return name ?? parts.map((part) => (part instanceof Expression ? part.sql : part)).join()
}

function nameOfConstraint(constraint: ConstraintDefinition) {
  const { name, kind, columns } = constraint as { name?: string; kind: string; columns?: string[] }
  return name ?? `${kind} ${columns?.join()}`
}
