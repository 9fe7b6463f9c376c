import type { ConstraintDefinition, FieldDescription, ModelDescription } from '#atrium/model/main'

import { nameOf } from '../schema/names.ts'
import { checkedName } from './checked_name.ts'
import type { Registry } from './registry.ts'
import type { Constraint } from '../schema/types.ts'
import {
  checkText,
  foreignText,
  primaryText,
  timing,
  uniqueText,
  wordsText,
  type ReferenceText,
} from './constraint_text.ts'

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

  return [...keys, ...model.fields.flatMap((field) => ofField(field, model, registry)), ...declared]
}

function primaryKey({ table, fields }: ModelDescription) {
  const columns = fields.filter(isPrimary).map(({ columnName }) => columnName)
  if (columns.length === 0) return []

  return [declare('primary', nameOf.primary(table), columns, primaryText(columns))]
}

export function isPrimary({ kind, primary }: FieldDescription) {
  return kind === 'id' || primary === true
}

function ofField(field: FieldDescription, model: ModelDescription, registry: Registry) {
  const { table } = model
  const { columnName: column, unique, check, kind } = field
  const isListed = kind === 'enum' && !field.type
  const constraints: Constraint[] = []

  if (unique) {
    constraints.push(
      declare('unique', nameOf.unique(table, [column]), [column], uniqueText([column]))
    )
  }
  if (isListed) {
    const text = wordsText(column, field.values)
    const usual = nameOf.check(table, [column])
    constraints.push(declare('check', chosenName(field, model) ?? usual, [column], text))
  }
  if (check) {
    const checkName = (isListed ? nameOf.secondCheck : nameOf.check)(table, [column])
    constraints.push(declare('check', checkName, [column], checkText(check)))
  }
  if (kind === 'foreignKey') constraints.push(keyOf(field, model, registry))
  return constraints
}

function keyOf(
  field: FieldDescription<'foreignKey'>,
  { model, name, table }: ModelDescription,
  registry: Registry
) {
  const who = `${name}.${field.name}`
  const chosen = chosenName(field, { model, name })

  return reference(chosen ?? nameOf.foreign(table, [field.columnName]), {
    ...field,
    columns: [field.columnName],
    table: registry.description(field.model(), who).table,
    targets: [registry.target(field, who).columnName],
  })
}

/** In the description the name is the property's; what the field was told is kept by Lucid */
function chosenName(
  field: FieldDescription,
  { model, name }: Pick<ModelDescription, 'model' | 'name'>
) {
  const chosen: string | undefined = model.$getColumn(field.name)!.meta.field.name
  return chosen && checkedName(chosen, `The constraint of ${name}.${field.name}`)
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

export function reference(name: string, text: ReferenceText): Constraint {
  return {
    ...declare('foreign', name, text.columns, foreignText(text)),
    foreign: {
      table: text.table,
      columns: text.targets,
      onDelete: text.onDelete ?? 'no action',
      onUpdate: text.onUpdate ?? 'no action',
    },
  }
}

export function declare(
  kind: Kind,
  name: string,
  columns: string[],
  definition: string,
  comment: string | null = null
): Constraint {
  return {
    name,
    kind,
    columns,
    definition,
    source: definition,
    valid: true,
    comment,
    foreign: null,
  }
}
