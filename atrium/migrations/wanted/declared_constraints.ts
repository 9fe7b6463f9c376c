import type { ConstraintDefinition, ModelDescription } from '#atrium/model/main'

import { nameOf } from '../schema/names.ts'
import { checkedName } from './checked_name.ts'
import type { Registry } from './registry.ts'
import type { Constraint } from '../schema/types.ts'
import { declare, reference } from './declare_constraint.ts'
import { fieldConstraints, primaryKey } from './field_constraints.ts'
import { checkText, primaryText, timing, uniqueText } from './constraint_text.ts'

type Kind = Constraint['kind']

/**
 * The constraints of a model's table, in the model's words: those of its fields, and those that are
 * about more than one.
 */
export function declaredConstraints(model: ModelDescription, registry: Registry): Constraint[] {
  const declared = model.constraints.map((constraint) =>
    ofModel[constraint.kind](constraint as never, model, registry)
  )
  const keys = declared.some(({ kind }) => kind === 'primary') ? [] : primaryKey(model)

  const ofFields = model.fields.flatMap((field) => fieldConstraints(field, model, registry))

  return [...keys, ...ofFields, ...declared]
}

/** The constraints that a model declares beside its fields. */
const ofModel: {
  [K in Kind]: (
    constraint: Extract<ConstraintDefinition, { kind: K }>,
    model: ModelDescription,
    registry: Registry
  ) => Constraint
} = {
  primary: (constraint, model, registry) => {
    const columns = columnsOf(constraint.columns, 'primary key', model, registry)
    const name = named(constraint, model, nameOf.primary(model.table))
    return declare('primary', name, columns, primaryText(columns, constraint), constraint.comment)
  },
  unique: (constraint, model, registry) => {
    const columns = columnsOf(constraint.columns, 'unique constraint', model, registry)
    const include = columnsOf(constraint.include ?? [], 'unique constraint', model, registry)
    const name = named(constraint, model, nameOf.unique(model.table, columns))
    const text = uniqueText(columns, { ...constraint, include })
    return declare('unique', name, columns, text, constraint.comment)
  },
  check: (constraint, model) => {
    const text = checkText(constraint.sql)
    return declare('check', named(constraint, model, ''), [], text, constraint.comment)
  },
  exclude: (constraint, model) => {
    const text = `exclude ${constraint.sql}${timing(constraint)}`
    return declare('exclude', named(constraint, model, ''), [], text, constraint.comment)
  },
  foreign: (constraint, model, registry) => {
    const who = `A foreign key of ${model.name}`
    const columns = columnsOf(constraint.columns, 'foreign key', model, registry)
    const target = registry.description(constraint.model(), who)
    const targets = registry.columns(target.model, constraint.references, who)
    const name = named(constraint, model, nameOf.foreign(model.table, columns))
    const text = { ...constraint, columns, table: target.table, targets }
    return { ...reference(name, text), comment: constraint.comment ?? null }
  },
}

function columnsOf(
  properties: string[],
  what: string,
  model: ModelDescription,
  registry: Registry
) {
  return registry.columns(model.model, properties, `A ${what} of ${model.name}`)
}

function named(
  { name, kind }: { name?: string; kind: Kind },
  model: ModelDescription,
  usual: string
) {
  return name === undefined ? usual : checkedName(name, `A constraint (${kind}) of ${model.name}`)
}
