import { mentions } from './mention.ts'
import { readersFirst } from './views.ts'
import { dropConstraint } from './rules.ts'
import { addConstraint } from '../schema/ddl.ts'
import { quote, shortened } from '../schema/names.ts'
import type { EnumType, Schema, Table } from '../schema/types.ts'
import { createEnum, createIndex, createView, dropView } from '../schema/ddl.ts'

type Place = { table: string; column: string }

/**
 * Takes words out of an enum's type, which PostgreSQL cannot: a type with the former words takes its
 * place. Refused while rows hold one of the others. One statement, so that it is done as a whole.
 */
export function withoutWords(type: EnumType, columns: Place[], schema: Schema) {
  const aside = shortened(type.name, 'old')
  const around = partsAround(type.name, columns, schema)
  const name = quote(type.name)

  const statements = [
    ...around.map(({ drop }) => drop),
    `alter type ${name} rename to ${quote(aside)}`,
    createEnum(type),
    ...columns.flatMap((place) => recast(place, name, schema)),
    `drop type ${quote(aside)}`,
    ...around.toReversed().map(({ make }) => make),
  ]
  return `do $do$ begin\n${statements.map((sql) => `  ${sql};`).join('\n')}\nend $do$`
}

function recast({ table, column }: Place, type: string, schema: Schema) {
  const { default: standard, type: former } = schema.tables[table].columns[column]
  const dimensions = /(\[\])*$/.exec(former)![0]
  const alter = `alter table ${quote(table)} alter column ${quote(column)}`

  return [
    ...(standard === null ? [] : [`${alter} drop default`]),
    `${alter} type ${type}${dimensions} using ${quote(column)}::text${dimensions}::${type}${dimensions}`,
    ...(standard === null ? [] : [`${alter} set default ${standard}`]),
  ]
}

/** What has the type in it, or reads one of its columns. */
function partsAround(type: string, columns: Place[], schema: Schema) {
  const tables = new Set(columns.map(({ table }) => table))
  return [
    ...viewsOver(columns, schema),
    ...[...tables].flatMap((table) => partsOf(schema.tables[table], type)),
  ]
}

function viewsOver(columns: Place[], { views }: Schema) {
  const read = new Set(columns.map(({ table, column }) => `${table}.${column}`))
  return readersFirst(views)
    .map((name) => views[name])
    .filter(({ dependsOn }) => dependsOn.some((column) => read.has(column)))
    .map((view) => ({ drop: dropView(view), make: createView(view) }))
}

function partsOf(table: Table, type: string) {
  return [
    ...Object.values(table.constraints)
      .filter(({ kind, definition }) => kind === 'check' && mentions(definition, type))
      .map((check) => ({
        drop: dropConstraint(table.name, check.name),
        make: addConstraint(table.name, check),
      })),
    ...Object.values(table.indexes)
      .filter(({ definition }) => mentions(definition, type))
      .map((index) => ({ drop: `drop index ${quote(index.name)}`, make: createIndex(index) })),
  ]
}
