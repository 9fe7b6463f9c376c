import { E_FILTER } from './errors.ts'
import { nearest } from './nearest.ts'
import type { FilterTarget } from './target.ts'
import type { Comparison } from './types.ts'

/** Where in the text one name of a path stands. */
export function placeOf({ path, at }: Comparison, index: number) {
  return at === undefined
    ? undefined
    : at + path.slice(0, index).join('.').length + Math.min(index, 1)
}

/** The error for a name that there is not, and for one that the actor may not know of: the very same. */
export function unknownName(target: FilterTarget, name: string, at?: number) {
  const { resource } = target
  const known = [
    ...[...resource.fields.keys()].filter((each) => target.field(each)),
    ...[...resource.relations.keys()].filter((each) => target.relation(each)),
  ]
  const meant = nearest(name, known)

  return new E_FILTER(
    `"${shortened(name)}" is no field of ${resource.name} that can be filtered by` +
      (meant ? `. Did you mean "${meant}"?` : ''),
    at
  )
}

/** Enough of what somebody typed to recognise it. */
export function shortened(text: string) {
  return text.length > 40 ? `${text.slice(0, 40)}...` : text
}
