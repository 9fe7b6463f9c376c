import type { FieldDescription, ModelDescription } from '#atrium/model/main'

import { nameOf } from '../schema/names.ts'
import { checkedName } from './checked_name.ts'
import type { Registry } from './registry.ts'
import type { Constraint } from '../schema/types.ts'
import { declare, reference } from './declare_constraint.ts'
import { checkText, primaryText, uniqueText, wordsText } from './constraint_text.ts'

/** The primary key that the fields make together, unless the model declares one. */
export function primaryKey({ table, fields }: ModelDescription) {
  const columns = fields.filter(isPrimary).map(({ columnName }) => columnName)
  if (columns.length === 0) return []

  return [declare('primary', nameOf.primary(table), columns, primaryText(columns))]
}

/** Is it the primary key, or part of it? */
export function isPrimary({ kind, primary }: FieldDescription) {
  return kind === 'id' || primary === true
}

/** What a single field asks of its rows: a unique value, a word of an enum, a row that it points to. */
export function fieldConstraints(
  field: FieldDescription,
  model: ModelDescription,
  registry: Registry
) {
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
