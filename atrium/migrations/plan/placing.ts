import type { Step } from './steps.ts'
import { inOrder } from './table_order.ts'
import { placeOf, type Stage } from './stages.ts'

/**
 * Says of each step into which component's files it goes, and in which order components come.
 */
export class Placing {
  #components: Record<string, string>
  #others: string

  /** Those that have something to do; each after those whose tables its own need */
  readonly order: string[]

  constructor(steps: Step[], components: Record<string, string>) {
    this.#components = components
    const tables = steps.flatMap(({ table }) => table ?? [])
    const known = new Set(tables.flatMap((table) => components[table] ?? []))

    /* A table that no model has any more is told by its company. */
    this.#others = known.size === 1 ? [...known][0] : 'app'
    this.order = inOrder([...this.#concerned(steps)], (component) => this.#needed(component, steps))
  }

  /** The component whose file a step goes to. */
  componentOf(step: Step) {
    if (step.table === null) return this.#componentOfAll(step.stage)

    const places = [step.table, ...(step.needs ?? [])]
      .map((table) => this.order.indexOf(this.#owner(table)))
      .filter((place) => place >= 0)
    const at = chosen[step.stage!]
    return at ? this.order[at(...places)] : this.#owner(step.table)
  }

  /** What belongs to no table is made before all, and dropped after all. Views are the other way round. */
  #componentOfAll(stage: Stage = 'settings') {
    const isFirst =
      placeOf(stage) <= placeOf('functions') || placeOf(stage) > placeOf('formerViews')
    return isFirst ? this.order[0] : this.order.at(-1)!
  }

  #owner(table: string) {
    return this.#components[table] ?? this.#others
  }

  #concerned(steps: Step[]) {
    const owners = steps.flatMap(({ table }) => (table === null ? [] : this.#owner(table)))
    return new Set(owners.length > 0 ? owners : [this.#others])
  }

  /** By the tables that are made or dropped as a whole. What closes a circle comes apart. */
  #needed(component: string, steps: Step[]) {
    return steps
      .filter(({ stage }) => stage === 'tables' || stage === 'formerTables')
      .filter(({ table }) => this.#owner(table!) === component)
      .flatMap(({ needs = [] }) => needs.map((table) => this.#owner(table)))
      .filter((other) => other !== component)
  }
}

/** Of several components, the one that is first (to put aside) or last (to bind) */
const chosen: Partial<Record<Stage, (...places: number[]) => number>> = {
  obstacles: Math.min,
  references: Math.max,
  rules: Math.max,
  formerReferences: Math.max,
}
