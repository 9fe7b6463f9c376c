import { Expression } from './expression.ts'
import type { ConstraintDefinition } from './table_parts.ts'
import type { FieldDescription } from './field_description.ts'
import type { ModelDescription } from './model_description.ts'
import {
  E_COLUMN_TWICE,
  E_ENUM_VALUES,
  E_FIELD_HIDDEN,
  E_NOT_A_FIELD,
  E_UNKNOWN_FIELD,
} from './errors.ts'

/**
 * Refuses a model that contradicts itself.
 */
export function check(description: ModelDescription) {
  for (const one of checks) one(description)
}

const checks = [
  refuseBareColumns,
  refuseHiddenFields,
  refuseSharedColumns,
  refuseOddWords,
  refuseUnknownParts,
  refuseUnknownColumns,
  refuseUnknownKeys,
]

/** Fields are described, columns of Lucid's own are not. */
function refuseBareColumns({ model, name }: ModelDescription) {
  for (const [property, { meta }] of model.$columnsDefinitions) {
    if (!meta?.field) throw new E_NOT_A_FIELD([`${name}.${property}`])
  }
}

/** The compiler cannot tell a getter from a field. */
function refuseHiddenFields({ model, name, fields }: ModelDescription) {
  const hidden = fields.find((field) => field.name in model.prototype)
  if (hidden) throw new E_FIELD_HIDDEN([`${name}.${hidden.name}`])
}

function refuseSharedColumns({ name, fields }: ModelDescription) {
  const byColumn = new Map<string, string>()

  for (const field of fields) {
    const { columnName } = field
    const other = byColumn.get(columnName)
    if (other) throw new E_COLUMN_TWICE([`${name}.${other}`, `${name}.${field.name}`, columnName])

    byColumn.set(columnName, field.name)
  }
}

function refuseOddWords({ name, fields }: ModelDescription) {
  for (const field of fields.filter(isEnum)) {
    const twice = field.values.find((word, at) => field.values.indexOf(word) !== at)
    const problem =
      (!field.values.length && 'has no words') ||
      (field.values.includes('') && 'has an empty word') ||
      (twice !== undefined && `has the word "${twice}" twice`)

    if (problem) throw new E_ENUM_VALUES([`${name}.${field.name}`, problem])
  }
}

function isEnum(field: FieldDescription): field is FieldDescription<'enum'> {
  return field.kind === 'enum'
}

function refuseUnknownParts({ indexes, ...description }: ModelDescription) {
  for (const { parts, include = [], opclass = {}, name } of indexes) {
    const properties = parts
      .filter((part) => !(part instanceof Expression))
      .map((part) => String(part).split(' ')[0])

    const where = name ? `The index "${name}"` : `The index on ${properties.join(', ')}`
    refuseUnknown(where, [...properties, ...include, ...Object.keys(opclass)], description)
  }
}

function refuseUnknownColumns({ constraints, ...description }: ModelDescription) {
  for (const constraint of constraints) {
    const where = `The ${constraint.kind} constraint "${constraint.name ?? columnsOf(constraint)}"`

    refuseUnknown(where, columnsOf(constraint), description)
    if (constraint.kind === 'foreign') {
      refuseUnknown(where, constraint.references, target(constraint.model()))
    }
  }
}

function columnsOf(constraint: ConstraintDefinition): string[] {
  const { columns = [], include = [] } = constraint as { columns?: string[]; include?: string[] }
  return [...columns, ...include]
}

function refuseUnknownKeys({ name, fields }: ModelDescription) {
  for (const field of fields) {
    if (field.kind !== 'foreignKey') continue

    const { model, references = model().primaryKey } = field
    refuseUnknown(`The foreign key ${name}.${field.name}`, [references], target(model()))
  }
}

type Target = { name: string; fields: { name: string }[] }

function refuseUnknown(where: string, properties: string[], { name, fields }: Target) {
  const unknown = properties.find((property) => !fields.some((field) => field.name === property))
  if (unknown !== undefined) throw new E_UNKNOWN_FIELD([where, unknown, name])
}

/** The model on the other side, whose own description may be under way */
function target(model: any): Target {
  model.boot()
  return {
    name: model.name,
    fields: Array.from(model.$columnsDefinitions.keys(), (name) => ({ name: String(name) })),
  }
}
