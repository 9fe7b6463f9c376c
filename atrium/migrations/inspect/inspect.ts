import { House } from './house.ts'
import { Imports } from './imports.ts'
import { literal } from './literal.ts'
import { modelText } from './model_text.ts'
import { isListed } from './field_kinds.ts'
import { fieldSource, type Role } from './field_source.ts'
import type { Schema } from '../schema/types.ts'
import { DatabaseObjects } from './database_objects.ts'
import type { NamedTable } from './named_tables.ts'
import type { ModelSource, StaticSource } from './model_source.ts'
import { indexSources } from './index_sources.ts'
import { isConventionalTable } from './names.ts'
import { isPurePivot, pivotRelations } from './pivots.ts'
import { relationSource, relationsOf, type Relation } from './relations.ts'
import { constraintSources, foreignKeyOptions } from './constraint_sources.ts'

/** A model's file: its name without folder, and its text before Prettier has laid it out */
export type InspectedFile = { name: string; className: string; table: string; text: string }

export type Inspected = {
  files: InspectedFile[]

  /** What models cannot say, in sentences */
  notes: string[]
}

export type InspectOptions = {
  /** Tables to write models for, all that have none unless said */
  only?: string[]

  /** Models that are there already */
  known?: NamedTable[]

  /** Names of functions, views and extensions that those declare */
  declared?: string[]
}

/**
 * Writes a model for each table of a schema, such that the models make the same schema again. Tables
 * that only join two others become relations where that is all there is to them.
 */
export function inspect(
  schema: Schema,
  { only, known = [], declared = [] }: InspectOptions = {}
): Inspected {
  const isKnown = (name: string) => known.some(({ table }) => table.name === name)
  const tables = Object.values(schema.tables).filter(
    ({ name }) => !isKnown(name) && (!only || only.includes(name))
  )
  const isWritten = (name: string) => tables.some((table) => table.name === name)
  const pivots = tables.filter((table) => isPurePivot(table, schema, isWritten))
  const house = new House(
    schema,
    tables.filter((table) => !pivots.includes(table)),
    known
  )
  const relations = [
    ...relationsOf(house),
    ...tables.flatMap((table) => pivotRelations(table, house)),
  ]
  const objects = new DatabaseObjects(house, { isWhole: !only, declared })

  const files = house.models.map((model) => ({
    name: model.from.path.slice('./'.length),
    className: model.className,
    table: model.table.name,
    text: modelText(sourceOf(model, { house, relations, objects })),
  }))
  return { files, notes: house.notes }
}

type Context = { house: House; relations: Relation[]; objects: DatabaseObjects }

function sourceOf(model: NamedTable, { house, relations, objects }: Context): ModelSource {
  const { table, className } = model
  const imports = new Imports()
  const roles = rolesOf(model, house)
  const constraints = constraintSources(model, house, roles)
  const indexes = indexSources(model, roles, imports)
  const own = relations.filter(({ on }) => on === model).sort(byKind)

  for (const { kind } of own) imports.use(kind, kind[0].toUpperCase() + kind.slice(1))
  if (indexes.length > 0) imports.use('index')
  if (constraints.length > 0) imports.use('constraint')
  for (const { className: other, from } of pointedTo(model, own, house)) {
    if (from.isDefault) imports.default(from.path, other)
    else imports.from(from.path, other)
  }

  return {
    className,
    description: table.comment ?? `A row of ${table.name}.`,
    head: statics({
      table: isConventionalTable(className, table.name) ? undefined : literal(table.name),
      comment: table.comment === null ? undefined : literal(table.comment),
      extensions: objects.extensions(model),
      storage: Object.keys(table.storage).length > 0 ? literal(table.storage) : undefined,
    }),
    fields: Object.values(table.columns).map((column) =>
      fieldSource(column, roles[column.name], imports)
    ),
    relations: own.map(relationSource),
    tail: statics({
      indexes: indexes.length > 0 ? `[${indexes.join(', ')}]` : undefined,
      constraints: constraints.length > 0 ? `[${constraints.join(', ')}]` : undefined,
      functions: objects.functions(model),
      triggers: objects.triggers(model),
      views: objects.views(model),
    }),
    imports,
  }
}

const order = ['belongsTo', 'hasOne', 'hasMany', 'manyToMany']
const byKind = (a: Relation, b: Relation) => order.indexOf(a.kind) - order.indexOf(b.kind)

function rolesOf(model: NamedTable, house: House): Record<string, Role> {
  const { table, properties } = model
  const roles = Object.values(table.columns).map((column) => {
    const key = house.fieldKey(table, column.name)
    const role: Role = {
      property: properties[column.name],
      isId: house.isId(table, column.name),
      isEnum: !key && isListed(column),
      enumType: house.enumTypeOf(column),
      options: {},
      foreignKey: key ? foreignKey(model, key, house) : undefined,
    }
    return [column.name, role]
  })
  return Object.fromEntries(roles)
}

function foreignKey(
  model: NamedTable,
  { constraint, target, targetColumn }: NonNullable<ReturnType<House['fieldKey']>>,
  house: House
) {
  const property = target.properties[targetColumn]
  return {
    args: [`() => ${target.className}`],
    options: {
      references: property === 'id' ? undefined : literal(property),
      ...foreignKeyOptions(model, constraint),
    },
    type: house.typeOf(target, targetColumn),
  }
}

/** Models that this one's file speaks of, itself left out */
function pointedTo(model: NamedTable, relations: Relation[], house: House) {
  const byConstraints = Object.values(model.table.constraints).flatMap(({ foreign }) =>
    foreign ? [house.model(foreign.table)] : []
  )
  const others = new Set([...byConstraints, ...relations.map(({ to }) => to)])
  return [...others].filter((other) => other !== undefined).filter((other) => other !== model)
}

function statics(said: Record<string, string | undefined>): StaticSource[] {
  return Object.entries(said).flatMap(([name, code]) =>
    code === undefined ? [] : [{ name, code }]
  )
}
