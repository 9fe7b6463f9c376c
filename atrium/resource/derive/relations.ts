import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { FieldDescription } from '#atrium/model/main'
import string from '@adonisjs/core/helpers/string'

import { wordsOf } from './labels.ts'
import type { Resource } from '../resource.ts'
import type { ResourceRegistry } from '../registry.ts'
import type { InlineOptions, ResourceRelation } from '../resource_relation.ts'

type Reference = FieldDescription<'foreignKey'>

/**
 * The relations of a resource to those that are registered: by its own foreign keys, by tables in
 * between, and by the foreign keys of others. Relations that the model names keep their names.
 */
export function deriveRelations(resource: Resource, registry?: ResourceRegistry) {
  const relations = new Map<string, ResourceRelation>()
  if (!registry) return relations

  const add = (relation: Omit<ResourceRelation, 'label'> & { label?: string }) => {
    const { name } = relation
    if (!relations.has(name)) {
      relations.set(name, {
        ...relation,
        label: relation.label ?? resource.word(`fields.${name}`, wordsOf(name)),
        inline: inlineOf(resource, name),
      })
    }
  }

  for (const reference of referencesOf(resource)) addBelongsTo(resource, reference, registry, add)
  addManyToMany(resource, registry, add)
  for (const other of registry.all()) addReverse(resource, other, add)
  return relations
}

type Add = (relation: Omit<ResourceRelation, 'label'> & { label?: string }) => void

/** The foreign keys of a resource that are read. */
function referencesOf(resource: Resource): Reference[] {
  return resource.description.fields.filter(
    (field): field is Reference => field.kind === 'foreignKey'
  )
}

/** The name of the relation that a foreign key stands for: the model's own one, or `author` for `authorId`. */
export function nameOfReference(resource: Resource, reference: Reference) {
  const named = lucidRelations(resource.model).find(
    (relation) => relation.type === 'belongsTo' && relation.foreignKey === reference.name
  )
  return named?.relationName ?? reference.name.replace(/Id$/, '')
}

function addBelongsTo(
  resource: Resource,
  reference: Reference,
  registry: ResourceRegistry,
  add: Add
) {
  const model = reference.model()
  const target = registry.of(model)
  if (!target) return

  add({
    name: nameOfReference(resource, reference),
    label: resource.fields.get(reference.name)?.label,
    type: 'belongsTo',
    isMany: false,
    target,
    localColumn: reference.columnName,
    targetColumn: columnOf(model, reference.references ?? model.primaryKey),
    foreignKey: reference.name,
    onDelete: reference.onDelete,
  })
}

/** Those that the model declares; and, the other way round, those that other models declare to it. */
function addManyToMany(resource: Resource, registry: ResourceRegistry, add: Add) {
  for (const relation of lucidRelations(resource.model)) {
    const target = relation.type === 'manyToMany' ? registry.of(relation.relatedModel()) : undefined
    if (!target) continue

    add({
      name: relation.relationName,
      type: 'manyToMany',
      isMany: true,
      target,
      localColumn: columnOf(resource.model, relation.localKey),
      targetColumn: columnOf(target.model, relation.relatedKey),
      pivot: {
        table: relation.pivotTable,
        localColumn: relation.pivotForeignKey,
        targetColumn: relation.pivotRelatedForeignKey,
        model: registry.ofTable(relation.pivotTable)?.model,
      },
    })
  }

  for (const other of registry.all()) {
    for (const relation of lucidRelations(other.model)) {
      if (relation.type !== 'manyToMany' || relation.relatedModel() !== resource.model) continue
      if (other.model === resource.model) continue

      add({
        name: string.camelCase(other.name),
        label: other.labelPlural,
        type: 'manyToMany',
        isMany: true,
        target: other,
        localColumn: columnOf(resource.model, relation.relatedKey),
        targetColumn: columnOf(other.model, relation.localKey),
        pivot: {
          table: relation.pivotTable,
          localColumn: relation.pivotRelatedForeignKey,
          targetColumn: relation.pivotForeignKey,
          model: registry.ofTable(relation.pivotTable)?.model,
        },
      })
    }
  }
}

/** Foreign keys of another resource that point here. Several to one table carry the key's name too. */
function addReverse(resource: Resource, other: Resource, add: Add) {
  const references = referencesOf(other).filter((reference) => reference.model() === resource.model)

  for (const reference of references) {
    const named = lucidRelations(resource.model).find(
      (relation) =>
        (relation.type === 'hasMany' || relation.type === 'hasOne') &&
        relation.relatedModel() === other.model &&
        relation.foreignKey === reference.name
    )
    const isMany = !(reference.unique || isWholeKey(other, reference))
    const through = nameOfReference(other, reference)
    const name = string.camelCase(other.name)

    add({
      name:
        named?.relationName ??
        (references.length > 1 ? `${name}As${string.pascalCase(through)}` : name),
      label:
        references.length > 1
          ? resource.word(
              `fields.${name}As${string.pascalCase(through)}`,
              `${other.labelPlural} as ${wordsOf(through).toLowerCase()}`
            )
          : isMany
            ? other.labelPlural
            : other.label,
      type: isMany ? 'hasMany' : 'hasOne',
      isMany,
      target: other,
      localColumn: columnOf(resource.model, reference.references ?? resource.model.primaryKey),
      targetColumn: reference.columnName,
      foreignKey: reference.name,
      onDelete: reference.onDelete,
    })
  }
}

function isWholeKey(other: Resource, reference: Reference) {
  const keys = other.key
  return keys.length === 1 && keys[0].name === reference.name
}

function lucidRelations(model: LucidModel): any[] {
  model.boot()
  return Array.from(model.$relationsDefinitions.values(), (relation: any) => {
    relation.boot()
    return relation
  })
}

function columnOf(model: LucidModel, property: string) {
  return model.$keys.attributesToColumns.get(property, property)
}

function inlineOf(resource: Resource, name: string): InlineOptions | undefined {
  const inline = (resource.options.inlines as Record<string, InlineOptions | true> | undefined)?.[
    name
  ]
  return inline === true ? {} : inline
}
