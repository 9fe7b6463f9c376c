import type { Resource, ResourceRelation } from '#atrium/resource/main'

/**
 * The relation whose rows are chosen from for a field or a relation of a form: many-to-many, or that of
 * a foreign key. A foreign key to something else than the key of a row is filled in as it is.
 */
export function chosenRelation(resource: Resource, name: string): ResourceRelation | undefined {
  const field = resource.fields.get(name)
  const relation = resource.relations.get(field ? (field.relation ?? '') : name)
  if (!relation || relation.type === 'manyToMany') return relation

  const [key, ...rest] = relation.target.key
  return key?.column === relation.targetColumn && !rest.length ? relation : undefined
}
