import type { FieldKind } from '#atrium/model/main'
import type { ResourceField } from '#atrium/resource/main'

/** The templates of `views/widgets` */
const WIDGETS = [
  'line',
  'textarea',
  'markdown',
  'slug',
  'email',
  'url',
  'number',
  'checkbox',
  'choice',
  'choices',
  'radios',
  'date',
  'moment',
  'time',
  'duration',
  'json',
  'lines',
  'file',
  'image',
  'secret',
  'fixed',
  'reference',
  'references',
] as const

export type WidgetName = (typeof WIDGETS)[number]

/**
 * How values of each kind are filled in. A new kind of field does not compile before it is said here.
 */
const widgetOfKind: { [K in FieldKind]: WidgetName } = {
  id: 'number',
  string: 'line',
  text: 'textarea',
  slug: 'slug',
  email: 'email',
  url: 'url',
  integer: 'number',
  bigint: 'number',
  decimal: 'number',
  float: 'number',
  boolean: 'checkbox',
  date: 'date',
  timestamp: 'moment',
  time: 'time',
  duration: 'duration',
  enum: 'choice',
  json: 'json',
  uuid: 'line',
  array: 'lines',
  binary: 'fixed',
  file: 'file',
  image: 'image',
  inet: 'line',
  generated: 'fixed',
  foreignKey: 'reference',
  custom: 'line',
}

/**
 * The widget of a field: the one that the resource names, else by what the field holds.
 */
export function widgetOf(field: ResourceField): WidgetName {
  const { description, choices } = field
  const told = WIDGETS.find((name) => name === field.widget)

  if (told) return told
  if (field.isHidden && description.kind !== 'binary') return 'secret'
  if (field.relation) return 'reference'
  if (choices) return description.kind === 'array' ? 'choices' : 'choice'
  if (description.kind === 'boolean' && field.nullable) return 'choice'
  if (description.kind === 'text' && description.format === 'markdown') return 'markdown'
  return widgetOfKind[description.kind]
}
