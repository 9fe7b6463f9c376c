import type { Label, ResourceRelation } from '#atrium/resource/main'

import type { Change } from './outcome.ts'
import { CellList, itemsOf } from '../exports/cell_list.ts'
import { MOST_REFERENCES } from './limits.ts'
import { SEPARATORS, type Separator } from './choices.ts'
import type { References } from './references.ts'

/** What stands in a cell that names several rows of a many-to-many relation */
export type LinksCell = { relation: ResourceRelation; text: string; names: string[] }

/** Reads such a cell. Of more names than are taken it reads one more, so that it can be told. */
export function linksCell(
  relation: ResourceRelation,
  text: string,
  separator: Separator
): LinksCell {
  const names = itemsOf(text, SEPARATORS[separator]).slice(0, MOST_REFERENCES + 1)
  return { relation, text, names }
}

/**
 * Which rows a cell wants a relation to lead to: those that are there, and names that none has, or several
 * have.
 */
export class ToldLinks {
  readonly labels: Label[]
  readonly missing: string[] = []
  readonly ambiguous: string[] = []

  constructor(
    readonly relation: ResourceRelation,
    names: string[],
    references: References
  ) {
    const labels = names.flatMap((name) => {
      const found = references.of(relation.name, name)
      if (found.length === 0) this.missing.push(name)
      if (found.length > 1) this.ambiguous.push(name)
      return found.length === 1 ? found : []
    })
    this.labels = [...new Map(labels.map((label) => [label.key, label])).values()]
  }

  get keys() {
    return this.labels.map(({ key }) => key)
  }

  /** Whether the relation leads elsewhere by now. */
  isNews(linked: Label[] | undefined) {
    if (!linked || this.missing.length || this.ambiguous.length) return true
    const keys = new Set(this.keys)
    return keys.size !== linked.length || linked.some(({ key }) => !keys.has(key))
  }

  /** What goes and what comes. */
  change(linked: Label[] = []): Change {
    const there = new Set(linked.map(({ key }) => key))
    const wanted = new Set(this.keys)
    const titles = (labels: Label[]) => String(new CellList(labels.map(({ title }) => title)))

    return {
      label: this.relation.label,
      before: titles(linked.filter(({ key }) => !wanted.has(key))),
      after: titles(this.labels.filter(({ key }) => !there.has(key))),
    }
  }
}
