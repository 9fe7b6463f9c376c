import { Access, type ResourceRelation } from '#atrium/resource/main'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import { familyOf, OPERATORS, PRESENCE, type Family, type OperatorName } from './families.ts'

/**
 * What a condition can be about: a field, a relation, or a field behind a relation.
 */
export type Subject = {
  /** As in the filter language: `author`, `author.username` */
  path: string[]
  label: string

  /** Under which heading it is offered: the relation that it is behind */
  group?: string
  family: Family
  operators: OperatorName[]
  choices?: { value: string; label: string }[]

  /** The field that people know the row behind the relation by */
  title?: string
}

/** Everything that whoever acts may filter by, and that has a form. */
export function subjectsOf(access: Access): Subject[] {
  const relations = [...access.resource.relations.values()].flatMap(
    ({ name }) => access.relation(name) ?? []
  )

  return [
    ...fieldsOf(access),
    ...relations.flatMap(({ relation }) => relationSubject(relation, access) ?? []),
    ...relations.flatMap(({ relation }) =>
      fieldsOf(Access.of(relation.target, access.actor), relation)
    ),
  ]
}

function fieldsOf(access: Access, behind?: ResourceRelation): Subject[] {
  return [...access.resource.fields.values()].flatMap((field) => {
    const family = familyOf(field)
    const isOffered = family && access.readable.has(field.name) && !field.relation
    if (!isOffered) return []

    return {
      path: behind ? [behind.name, field.name] : [field.name],
      label: behind ? `${behind.label}: ${field.label}` : field.label,
      group: behind?.label,
      family,
      operators: [...OPERATORS[family], ...(field.nullable || behind ? PRESENCE : [])],
      choices: field.choices?.map(({ value, label }) => ({ value: String(value), label })),
    }
  })
}

/** A to-one relation is asked about by what its rows are known by. */
function relationSubject(relation: ResourceRelation, access: Access): Subject | undefined {
  const { name, label, isMany, target } = relation
  if (isMany) {
    return { path: [name], label, family: 'many', operators: [...PRESENCE] }
  }

  const title = target.title && access.relation(name)?.target.field(target.title.name)
  const isText = title && familyOf(title) === 'text'
  const isMe = target.model === (access.actor.user?.constructor as LucidModel | undefined)

  return {
    path: [name],
    label,
    family: 'relation',
    operators: [
      ...(isText ? OPERATORS.relation : []),
      ...(isMe ? (['me'] as const) : []),
      ...PRESENCE,
    ],
    title: isText ? title.name : undefined,
  }
}
