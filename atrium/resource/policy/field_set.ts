import type { FieldSet } from './policy.ts'
import type { Resource } from '../resource.ts'

/**
 * Whether a set of names holds a field or relation. A foreign key and the relation that it stands for
 * are one: naming one of them names both.
 */
export function holds(set: FieldSet, resource: Resource, name: string) {
  if (set === 'all') return true

  const synonyms = synonymsOf(resource, name)
  return 'only' in set
    ? synonyms.some((each) => set.only.includes(each))
    : !synonyms.some((each) => set.except.includes(each))
}

/** Whether a set names a field or relation as one that belongs to it, rather than just not leaving it out. */
export function names(set: FieldSet, name: string) {
  return set !== 'all' && 'only' in set && set.only.includes(name)
}

function synonymsOf(resource: Resource, name: string) {
  const other = resource.fields.get(name)?.relation ?? keyOf(resource, name)
  return other ? [name, other] : [name]
}

function keyOf(resource: Resource, name: string) {
  const relation = resource.relations.get(name)
  return relation?.type === 'belongsTo' ? relation.foreignKey : undefined
}
