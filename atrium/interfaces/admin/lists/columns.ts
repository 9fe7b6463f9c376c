import { fieldTemplateOf } from '../eject/template_of.ts'
import type { Access, Resource, ResourceField } from '#atrium/resource/main'
import { isSortable } from '#atrium/resource/main'

import type { ListSetup } from './list_setup.ts'

/** Widths that a column can be given, in characters */
export const WIDTHS = [8, 12, 16, 24, 32, 48] as const

const NUMBERS: string[] = ['id', 'integer', 'bigint', 'decimal', 'float']

/**
 * A column of a list: a field, or a to-one relation, which stands for its foreign key.
 */
export type Column = {
  /** As rows are asked for it */
  name: string
  label: string
  field: ResourceField

  /** The name of the resource on the other side */
  target?: string
  isSortable: boolean
  isNumber: boolean

  /** The product's own template for the field */
  template?: string
  width?: (typeof WIDTHS)[number]
}

/** All columns that somebody may choose from, in the order of the fields. */
export function columnsOf(resource: Resource, access: Access): Column[] {
  return [...resource.fields.values()]
    .map((field) => columnOf(resource, field, access))
    .filter(({ name }) => access.readable.has(name))
}

/** The columns that somebody chose, in their order; else those of the resource. */
export function chosenColumns(resource: Resource, access: Access, { setting }: ListSetup) {
  const all = new Map(columnsOf(resource, access).map((column) => [column.name, column]))
  const chosen = setting.columns.flatMap(({ name, width }) => {
    const column = all.get(name)
    return column ? [{ ...column, width: width ? fittingWidth(width) : column.width }] : []
  })

  const usual = resource.listColumns.flatMap((name) => all.get(name) ?? [])
  return chosen.length ? chosen : usual.length ? usual : [...all.values()].slice(0, 1)
}

function columnOf(resource: Resource, field: ResourceField, access: Access): Column {
  const relation =
    field.relation && access.readable.has(field.relation)
      ? resource.relations.get(field.relation)
      : undefined

  return {
    name: relation?.name ?? field.name,
    label: field.label,
    field,
    target: relation?.target.name,
    isSortable: isSortable(field),
    template: fieldTemplateOf(resource, field.name),
    isNumber: !relation && !field.choices && NUMBERS.includes(field.kind),
    width: field.width === undefined ? undefined : fittingWidth(field.width),
  }
}

function fittingWidth(wanted: number) {
  return WIDTHS.find((width) => width >= wanted) ?? WIDTHS.at(-1)
}
