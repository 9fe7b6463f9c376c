import type { Access, ResourceRelation, Row } from '#atrium/resource/main'
import type { FieldKind } from '#atrium/model/main'

import { CellList } from './cell_list.ts'

/**
 * A column of an exported file.
 */
export type Column = {
  /** The field, the to-one or the many-to-many relation */
  name: string

  /** What stands above it in CSV and spreadsheets */
  heading: string
  kind: FieldKind
  value: (row: Row) => unknown
}

/**
 * The columns of an export. A to-one relation has two: what people know the other row by, and its key. A
 * many-to-many relation has one, with what people know each of the other rows by.
 *
 * @param names fields, to-one and many-to-many relations; what may not be read is left out
 */
export function exportColumns(access: Access, names: Iterable<string>): Column[] {
  const columns = new Map<string, Column>()

  for (const name of names) {
    for (const column of columnsOf(access, name)) columns.set(column.name, column)
  }
  return withDistinctHeadings([...columns.values()])
}

/** Everything that the actor may read, as `exportColumns` takes it. */
export function readableNames({ resource, readable }: Access): string[] {
  const fields = [...resource.fields.values()]
    .filter(({ name }) => readable.has(name))
    .map(({ name, relation }) => (relation && readable.has(relation) ? relation : name))
  const links = [...resource.relations.values()].filter(
    ({ name, type }) => type === 'manyToMany' && readable.has(name)
  )
  return [...fields, ...links.map(({ name }) => name)]
}

/** What the service is asked for, so that a row has a value for each of the columns. */
export function fieldsOf(columns: Column[]): string[] {
  return columns.map(({ name }) => name)
}

function columnsOf(access: Access, name: string): Column[] {
  const { resource, readable } = access
  if (!readable.has(name)) return []

  const field = resource.fields.get(name)
  if (field) {
    return [
      {
        name,
        heading: field.relation ? `${field.label} ID` : field.label,
        kind: field.kind,
        value: ({ values }) => values[name],
      },
    ]
  }

  const relation = resource.relations.get(name)
  if (relation?.type === 'manyToMany') return [linksColumn(relation)]
  if (!relation || relation.isMany) return []

  const key = [...resource.fields.values()].find((other) => other.relation === name)
  return [
    {
      name,
      heading: relation.label,
      kind: 'string',
      value: ({ labels }) => labels[name]?.title,
    },
    ...(key ? columnsOf(access, key.name) : []),
  ]
}

/** A title that several rows may have is followed by the key, so that an import finds the same row. */
function linksColumn({ name, label, target }: ResourceRelation): Column {
  const isUnique = Boolean(target.title?.description.unique)
  return {
    name,
    heading: label,
    kind: 'string',
    value: ({ links }) =>
      new CellList(
        (links?.[name] ?? []).map(({ key, title }) =>
          isUnique || key === title ? title : `${title} (${key})`
        )
      ),
  }
}

/** Two columns of one heading could not be told apart when the file is read again. */
function withDistinctHeadings(columns: Column[]): Column[] {
  const byHeading = Map.groupBy(columns, ({ heading }) => heading)
  return columns.map((column) =>
    byHeading.get(column.heading)!.length > 1
      ? { ...column, heading: `${column.heading} (${column.name})` }
      : column
  )
}
