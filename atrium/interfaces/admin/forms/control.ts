import type { Label, Resource, ResourceField, ResourceRelation } from '#atrium/resource/main'

import type { FormText } from './form_text.ts'
import { formText } from './form_text.ts'
import { type WidgetName, widgetOf } from './widgets.ts'

/** What a control is made from */
export type ControlRequest = {
  resource: Resource

  /** A field, or a many-to-many relation */
  name: string
  text: FormText
  action: 'create' | 'update'
  zone: string

  /** The address of the row in the form, such as `['grants', '0']`: none for the row itself */
  path?: string[]
  problem?: string
  hideLabel?: boolean
}

/** All that the template of a widget shows */
export type Control = {
  widget: WidgetName
  name: string
  id: string
  label: string
  help?: string
  problem?: string
  hideLabel?: boolean

  /** It has several inputs, and so a legend instead of a label */
  isGroup: boolean
  isRequired: boolean
  text: string
  texts: string[]
  options?: { value: string; label: string; isChosen: boolean }[]
  inputMode?: string

  /** Words that are offered while somebody types */
  suggestions?: string[]

  /** The zone of moments */
  zone?: string

  /** The field whose text a slug is made of */
  slugFrom?: string

  /** By field, the texts with which this one is shown: kept from browsers without scripts */
  showIf?: Record<string, string[]>
  reference?: Reference

  /** Where a stored file is found */
  file?: { address: string; name: string }
}

/** Rows to choose from, beyond those that the page brings along */
export type Reference = {
  searchAddress: string
  createAddress?: string
  chosen: Label[]
  isMany: boolean
}

const NUMERIC: Record<string, string> = {
  integer: 'numeric',
  bigint: 'numeric',
  id: 'numeric',
  decimal: 'decimal',
  float: 'decimal',
}

const GROUPS: WidgetName[] = ['choices', 'radios', 'references']

/**
 * The control of a field, as far as nothing has to be looked up for it.
 */
export function controlOf(request: ControlRequest): Control {
  const field = request.resource.fields.get(request.name)
  return field
    ? controlOfField(field, request)
    : controlOfRelation(request.resource.relation(request.name), request)
}

function controlOfField(field: ResourceField, request: ControlRequest): Control {
  const { zone, resource, path = [] } = request
  const widget = widgetOf(field)
  const texts = [request.text].flat()
  const { description } = field
  const slugFrom = description.kind === 'slug' ? description.from : undefined

  return {
    ...sharedParts(field.name, field.label, widget, request),
    help: field.help,
    isRequired: isRequired(field, request),
    text: texts.join('\n'),
    texts,
    options: optionsOf(field, texts),
    inputMode: NUMERIC[field.kind],
    suggestions: field.suggestions?.(),
    zone: field.kind === 'timestamp' && !isOnTheWall(field) ? zone : undefined,
    slugFrom: slugFrom && idOf([...path, slugFrom]),
    showIf: field.showIf && shownTexts(resource, field.showIf, zone),
  }
}

function controlOfRelation(relation: ResourceRelation, request: ControlRequest): Control {
  return {
    ...sharedParts(relation.name, relation.label, 'references', request),
    isRequired: false,
    text: '',
    texts: [request.text].flat().filter(Boolean),
  }
}

function sharedParts(name: string, label: string, widget: WidgetName, request: ControlRequest) {
  const { path = [], problem, hideLabel } = request
  return {
    widget,
    label,
    problem,
    hideLabel,
    name: inputNameOf([...path, name]),
    id: idOf([...path, name]),
    isGroup: GROUPS.includes(widget),
  }
}

/** `grants[0][action]` */
export function inputNameOf([first, ...rest]: string[]) {
  return first + rest.map((part) => `[${part}]`).join('')
}

/** `field-grants-0-action` */
export function idOf(path: string[]) {
  return ['field', ...path].join('-')
}

/** What fills itself, or is kept when nothing is typed, need not be filled in. */
function isRequired(field: ResourceField, { action }: ControlRequest) {
  const { description } = field
  if (field.nullable || field.showIf || field.kind === 'boolean') return false
  if (description.kind === 'slug' && description.from) return false
  if (action === 'update' && field.isHidden) return false
  if (description.kind === 'array') return false
  return description.default === undefined || description.kind === 'enum'
}

function isOnTheWall({ description }: ResourceField) {
  return description.kind === 'timestamp' && description.zone === false
}

function optionsOf({ choices }: ResourceField, texts: string[]) {
  return choices?.map(({ value, label }) => ({
    value: String(value),
    label,
    isChosen: texts.includes(String(value)),
  }))
}

function shownTexts(resource: Resource, showIf: Record<string, unknown[]>, zone: string) {
  return Object.fromEntries(
    Object.entries(showIf).map(([name, values]) => [
      name,
      values.map((value) => String(formText(resource.fields.get(name)!, value, zone))),
    ])
  )
}
