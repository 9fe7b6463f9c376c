import { keyOf } from './labels.ts'
import { E_RESOURCE_OPTION } from '../errors.ts'
import type { Resource } from '../resource.ts'

export type FormSection = {
  label?: string
  help?: string
  columns: 1 | 2 | 3

  /** Fields and relations by name. A foreign key stands under the name of its field */
  names: string[]
}

export type FormTab = { label?: string; sections: FormSection[] }

/**
 * The form of a resource: what people may set, in the order of the model, unless the options lay it out.
 *
 * @throws E_RESOURCE_OPTION the layout names what is no field and no relation
 */
export function formOf(resource: Resource): FormTab[] {
  const { form } = resource.options
  if (!form) return [{ sections: [{ columns: 1, names: derivedNames(resource) }] }]

  const tabs = (form as any[]).filter((part) => part?.tab)
  const loose = (form as any[]).filter((part) => !part?.tab)
  return [
    ...(loose.length ? [{ sections: sectionsOf(resource, loose) }] : []),
    ...tabs.map(({ tab, parts }) => ({
      label: resource.word(`form.${keyOf(tab)}`, tab),
      sections: sectionsOf(resource, parts),
    })),
  ]
}

function derivedNames(resource: Resource) {
  const fields = [...resource.fields.values()].filter(({ isSettable }) => isSettable)
  const relations = [...resource.relations.values()].filter(
    ({ type, inline, name }) => (type === 'manyToMany' && isDeclared(resource, name)) || inline
  )
  return [...fields, ...relations].map(({ name }) => name)
}

function isDeclared(resource: Resource, name: string) {
  return resource.model.$hasRelation(name)
}

/** Names that stand beside sections are sections of their own. */
function sectionsOf(resource: Resource, parts: any[]): FormSection[] {
  const sections: FormSection[] = []

  for (const part of parts) {
    if (typeof part !== 'string') {
      const { section, help, columns = 1, fields } = part
      const names = fields.map((name: string) => nameIn(resource, name))
      const label = resource.word(`form.${keyOf(section)}`, section)
      sections.push({
        label,
        help: help && resource.word(`help.${keyOf(section)}`, help),
        columns,
        names,
      })
    } else if (sections.length && !sections.at(-1)!.label) {
      sections.at(-1)!.names.push(nameIn(resource, part))
    } else {
      sections.push({ columns: 1, names: [nameIn(resource, part)] })
    }
  }
  return sections
}

/** A to-one relation is set by its foreign key. */
function nameIn(resource: Resource, name: string) {
  const key = [...resource.fields.values()].find((field) => field.relation === name)
  if (key) return key.name
  if (resource.fields.has(name) || resource.relations.has(name)) return name

  throw new E_RESOURCE_OPTION([resource.name, `has no field or relation "${name}" for its form`])
}
