import { describe, type FieldDescription, type FieldKind } from '#atrium/model/main'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import { wordsOf } from './labels.ts'
import { nameOfReference } from './relations.ts'
import { E_RESOURCE_OPTION } from '../errors.ts'
import type { Resource } from '../resource.ts'
import type { ResourceField } from '../resource_field.ts'

/**
 * The fields of a resource that are read, hidden ones too. What serves only queries is not among them.
 *
 * @throws E_RESOURCE_OPTION the options name a field that there is not
 */
export function deriveFields(resource: Resource): Map<string, ResourceField> {
  const { fields } = resource.description
  const told = resource.options.fields ?? {}
  const unknown = Object.keys(told).find((name) => !fields.some((field) => field.name === name))
  if (unknown)
    throw new E_RESOURCE_OPTION([
      resource.name,
      `says something of "${unknown}", which is no field`,
    ])

  return new Map(
    fields
      .filter((field) => !isUnread(field))
      .map((field) => [field.name, fieldOf(resource, field, (told as any)[field.name] ?? {})])
  )
}

function fieldOf(resource: Resource, field: FieldDescription, told: any): ResourceField {
  const isKey = Boolean(resource.model.$getColumn(field.name)?.isPrimary)
  const relation = field.kind === 'foreignKey' ? nameOfReference(resource, field) : undefined
  const name = relation ?? field.name
  const help: string | undefined = told.help ?? field.help

  return {
    name: field.name,
    column: field.columnName,
    description: field,
    kind: valueKindOf(field),
    label: resource.word(`fields.${name}`, told.label ?? field.label ?? wordsOf(name)),
    help: help && resource.word(`help.${name}`, help),
    isKey,
    nullable: Boolean(field.nullable),
    isHidden: Boolean(field.hidden) || field.kind === 'binary',
    isSettable: !field.guarded && !fillsItself(field),
    choices: choicesOf(field)?.map((choice) => ({
      ...choice,
      label: resource.word(`choices.${name}.${choice.value}`, choice.label),
    })),
    relation,
    widget: told.widget,
    showIf: told.showIf && conditionsOf(told.showIf),
    isPhrase: told.isPhrase,
    suggestions: told.suggestions,
    width: told.width,
  }
}

function isUnread(field: FieldDescription) {
  return 'read' in field && field.read === false
}

/** A foreign key holds what the key that it points to holds. */
function valueKindOf(field: FieldDescription): FieldKind {
  if (field.kind !== 'foreignKey') return field.kind

  const model: LucidModel = field.model()
  const key = field.references ?? model.primaryKey
  const target = describe(model).fields.find(({ name }) => name === key)
  return target ? valueKindOf(target) : 'string'
}

function fillsItself(field: FieldDescription) {
  if (field.kind === 'id' || field.kind === 'generated') return true
  if (field.kind === 'uuid') return Boolean(field.primary)
  if ('generated' in field && field.generated) return true
  return 'autoCreate' in field && Boolean(field.autoCreate || field.autoUpdate)
}

/** The values that a field is chosen from, each with its label. */
export function choicesOf(field: FieldDescription): ResourceField['choices'] {
  if (field.kind === 'enum') {
    return field.values.map((value) => ({ value, label: field.labels?.[value] ?? wordsOf(value) }))
  }

  const choices = 'choices' in field ? (field.choices as readonly unknown[] | undefined) : undefined
  return choices?.map((choice: any) =>
    typeof choice === 'object' && choice !== null
      ? choice
      : { value: choice, label: typeof choice === 'string' ? wordsOf(choice) : String(choice) }
  )
}

function conditionsOf(showIf: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(showIf).map(([name, values]) => [name, [values].flat()]))
}
