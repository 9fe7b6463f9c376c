import type { Model } from './model.ts'
import { codecOf } from './codecs.ts'

type Comparison = [property: string, same: (a: any, b: any) => boolean]

const known = new WeakMap<typeof Model, Comparison[]>()

/**
 * How values are compared of fields for which Lucid's comparison is not the right one.
 */
export function comparisonsOf(model: typeof Model) {
  const comparisons = known.get(model) ?? find(model)
  known.set(model, comparisons)
  return comparisons
}

function find(model: typeof Model) {
  return Array.from(model.$fields).flatMap(([name, field]): Comparison[] => {
    const { same } = codecOf(field)
    return same ? [[name, same]] : []
  })
}
