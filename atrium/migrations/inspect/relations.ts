import type { NamedTable } from './named_tables.ts'
import { capital, free, plural } from './names.ts'
import { keyColumn } from './key_column.ts'
import type { MemberSource } from './model_source.ts'
import { call, literal, objectOf } from './literal.ts'
import { isOnlyKey, isUnique, type FieldKey, type House } from './house.ts'

type Kind = 'belongsTo' | 'hasMany' | 'hasOne' | 'manyToMany'

/** A relation before it has its final name */
export type Relation = {
  kind: Kind
  on: NamedTable
  to: NamedTable
  name: string
  options: Record<string, string | undefined>
}

/**
 * The relations that the foreign keys between models make: one on each side.
 */
export function relationsOf(house: House): Relation[] {
  const keys = house.models.flatMap((model) =>
    Object.keys(model.table.columns).flatMap((column) => {
      const key = house.fieldKey(model.table, column)
      return key ? [{ model, key }] : []
    })
  )
  const isAlone = (model: NamedTable, { target }: FieldKey) =>
    keys.filter((one) => one.model === model && one.key.target === target).length === 1

  return keys.flatMap(({ model, key }) => [
    belongsTo(model, key),
    ...(key.target.isKnown ? [] : [has(model, key, isAlone(model, key) && key.target !== model)]),
  ])
}

function belongsTo(model: NamedTable, key: FieldKey): Relation {
  return {
    kind: 'belongsTo',
    on: model,
    to: key.target,
    name: keyColumn(model.table, key.column)!.relation,
    options: keysOf(model, key),
  }
}

/** The other way: the rows that point to this one */
function has(model: NamedTable, key: FieldKey, isAlone: boolean): Relation {
  const isOne = isUnique(model.table, key.column)
  const relation = keyColumn(model.table, key.column)!.relation
  const rows = isOne
    ? model.className[0].toLowerCase() + model.className.slice(1)
    : plural(model.className)
  const isChildren = key.target === model && relation === 'parent' && !isOne

  return {
    kind: isOne ? 'hasOne' : 'hasMany',
    on: key.target,
    to: model,
    name: isChildren ? 'children' : isAlone ? rows : `${rows}By${capital(relation)}`,
    options: keysOf(model, key),
  }
}

function keysOf(model: NamedTable, { column, target, targetColumn }: FieldKey) {
  const isKey = isOnlyKey(target.table.constraints, targetColumn)
  return {
    foreignKey: literal(model.properties[column]),
    localKey: isKey ? undefined : literal(target.properties[targetColumn]),
  }
}

/** A relation as its property says it, under a name that its model has free. */
export function relationSource({ kind, on, to, name, options }: Relation): MemberSource {
  const property = free(
    on.taken.has(name) ? `${name}Row${kind.endsWith('Many') ? 's' : ''}` : name,
    on.taken
  )
  on.taken.add(property)

  return {
    decorator: call(`@${kind}`, [`() => ${to.className}`, objectOf(options)]),
    property,
    type: `${capital(kind)}<typeof ${to.className}>`,
  }
}
