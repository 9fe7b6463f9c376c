import { E_RESOURCE_OPTION } from '../errors.ts'
import type { FieldKind } from '#atrium/model/main'
import type { Resource } from '../resource.ts'
import type { SortTerm } from '../service/types.ts'
import type { ResourceField } from '../resource_field.ts'

/** By what people usually know a row, best first */
const TITLES = ['title', 'name', 'username', 'label', 'subject', 'email', 'slug', 'code']

/** How many columns a list has that nobody set up */
const COLUMNS = 6

/** Too long for a cell, or nothing to read */
const NOT_IN_LISTS: FieldKind[] = ['text', 'json', 'binary', 'array', 'custom', 'generated', 'uuid']

const TEXTS: FieldKind[] = ['string', 'email', 'slug', 'url']

/** The field by which people know a row. */
export function titleOf(resource: Resource): ResourceField | undefined {
  const { title } = resource.options
  if (title) return named(resource, title, 'title')

  const visible = [...resource.fields.values()].filter(({ isHidden }) => !isHidden)
  return (
    TITLES.map((name) => visible.find((field) => field.name === name && !field.relation)).find(
      Boolean
    ) ?? visible.find(({ description, isKey }) => TEXTS.includes(description.kind) && !isKey)
  )
}

/** Columns: the title, then what is short, relations by their names. */
export function listColumnsOf(resource: Resource): string[] {
  const { list } = resource.options
  if (list) return list.map((name) => columnNamed(resource, name))

  const title = titleOf(resource)?.name
  const rest = [...resource.fields.values()]
    .filter((field) => field.name !== title && fits(field))
    .map(({ name, relation }) => relation ?? name)

  const columns = [...(title ? [title] : []), ...rest].slice(0, COLUMNS)
  return columns.length ? columns : resource.key.map(({ name }) => name)
}

function fits({ isHidden, isKey, relation, description }: ResourceField) {
  if (isHidden || (isKey && !relation)) return false
  return !NOT_IN_LISTS.includes(description.kind)
}

/** The order that an index serves: the latest first where the key counts. */
export function sortOf(resource: Resource): SortTerm[] {
  const { sort } = resource.options
  if (sort) {
    return (sort as string[]).map((term) => ({
      path: [columnNamed(resource, term.replace(/^-/, ''))],
      direction: term.startsWith('-') ? 'desc' : 'asc',
    }))
  }

  const counted =
    resource.key.length === 1 && ['id', 'bigint', 'integer'].includes(resource.key[0].kind)
  return resource.key.map(({ name }) => ({ path: [name], direction: counted ? 'desc' : 'asc' }))
}

/** Where the search box looks: the title and short texts that tell a row from others. */
export function searchPathsOf(resource: Resource): string[][] {
  const { search } = resource.options
  if (search) return (search as string[]).map((path) => path.split('.'))

  const title = titleOf(resource)
  return [...resource.fields.values()]
    .filter(
      (field) =>
        !field.isHidden &&
        !field.relation &&
        (field === title || (TEXTS.includes(field.description.kind) && !field.isKey))
    )
    .map(({ name }) => [name])
}

function named(resource: Resource, name: string, option: string) {
  const field = resource.fields.get(name)
  if (!field)
    throw new E_RESOURCE_OPTION([resource.name, `has no field "${name}" for its ${option}`])
  return field
}

/** A field, or a to-one relation. */
function columnNamed(resource: Resource, name: string) {
  const isRelation = [...resource.fields.values()].some(({ relation }) => relation === name)
  if (!isRelation) named(resource, name, 'list')
  return name
}
