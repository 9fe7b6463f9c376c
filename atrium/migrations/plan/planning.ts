import { stages } from './stages.ts'
import type { Step } from './steps.ts'
import { mentions } from './mention.ts'
import type { Stage } from './stages.ts'
import type { Column, Schema } from '../schema/types.ts'
import type { Decided, Decisions } from '../decide/decisions.ts'
import type { ChangeKind, ChangeOf } from '../compare/changes.ts'

/** A change of one kind, with what was decided about it */
export type DecidedOf<K extends ChangeKind> = Omit<Decided, 'change'> & { change: ChangeOf<K> }

/** A step that says its stage, from which its phase follows */
export type Piece = Omit<Step, 'phase' | 'stage'> & {
  stage: Stage

  /** Its place among those of its stage; 0 unless said */
  rank?: number
}

/** What a plan is made from beside the decisions: `before` has the old names, and is `from` unless said */
export type Surroundings = { before?: Schema; components?: Record<string, string> }

/**
 * What the planners of single changes know of the others.
 */
export class Planning {
  /** All of them. Computed columns go before those that they read */
  readonly changes: Decided[]
  #changes: Map<ChangeKind, Decided[]>

  /** Columns that are dropped and added again, as `table.column` */
  #madeAnew: Set<string>

  /** Those, and columns that get another type */
  #converted: Set<string>

  constructor(
    readonly decisions: Decisions,
    readonly from: Schema,
    readonly to: Schema,
    readonly surroundings: Surroundings = {}
  ) {
    this.changes = decisions.changes.toSorted((a, b) => readsOthers(b) - readsOthers(a))
    this.#changes = Map.groupBy(this.changes, ({ change }) => change.kind)
    this.#madeAnew = new Set(this.#regenerations())
    this.#converted = new Set([...this.#retyped(), ...this.#madeAnew])
    for (const name of this.#computedFrom(this.#converted)) {
      this.#madeAnew.add(name)
      this.#converted.add(name)
    }
  }

  /** All changes of a kind. */
  all<K extends ChangeKind>(kind: K): DecidedOf<K>[] {
    return (this.#changes.get(kind) ?? []) as unknown as DecidedOf<K>[]
  }

  isCreated(table: string) {
    return this.all('createTable').some(({ change }) => change.table.name === table)
  }

  isDropped(table: string) {
    return this.all('dropTable').some(({ change }) => change.table.name === table)
  }

  /** Whether one of these columns gets another type, or is made anew. */
  isConverted(table: string, columns: string[]) {
    return columns.some((column) => this.#converted.has(`${table}.${column}`))
  }

  /** Whether one of these columns is dropped and added again. */
  isMadeAnew(table: string, columns: string[]) {
    return columns.some((column) => this.#madeAnew.has(`${table}.${column}`))
  }

  /** Whether an enum's type is made anew; otherwise words are added to it. */
  isSwapped({ from, to }: ChangeOf<'changeEnum'>) {
    const isRenamed = this.decisions.renames.some(
      (rename) =>
        (rename.kind === 'enumType' && rename.to === to.name) ||
        (rename.kind === 'enumValue' && rename.type === to.name) ||
        rename.kind === 'table'
    )
    return isRenamed || !onlyAdds(from.values, to.values)
  }

  /** Whether foreign keys point to just these columns. */
  isPointedAt(table: string, columns: string[]) {
    const same = (others: string[]) => others.toSorted().join() === columns.toSorted().join()
    return Object.values(this.from.tables)
      .flatMap(({ constraints }) => Object.values(constraints))
      .some(({ foreign }) => foreign?.table === table && same(foreign.columns))
  }

  /** Whether rows get other values in one of these columns before new rules are made. */
  isFilled(table: string, columns: string[]) {
    const filled = [
      ...this.all('addColumn').filter(({ fill }) => fill),
      ...this.all('changeNull').filter(({ fill }) => fill),
      ...this.all('changeWords').filter(({ mapping = {} }) => Object.keys(mapping).length > 0),
    ]
    return filled.some(({ change }) => {
      const name = 'column' in change ? change.column.name : change.to.name
      return change.table === table && columns.includes(name)
    })
  }

  /** Whether a change of the column itself does more than this one, and does it along. */
  has(kind: ColumnKind, table: string, column: string) {
    return this.all(kind).some(({ change }) => change.table === table && change.to.name === column)
  }

  *#regenerations() {
    const changes = [...this.all('changeType'), ...this.all('changeGenerated')]
    for (const { change } of changes) {
      if (isRegeneration(change.from, change.to)) yield `${change.table}.${change.to.name}`
    }
  }

  *#retyped() {
    for (const { change } of this.all('changeType')) yield `${change.table}.${change.to.name}`
    for (const { change } of this.all('changeEnum')) {
      if (!this.isSwapped(change)) continue
      for (const { table, column } of change.columns) yield `${table}.${column}`
    }
  }

  /** Computed columns that read one of these. */
  *#computedFrom(columns: Set<string>) {
    for (const name of columns) {
      const table = name.slice(0, name.indexOf('.'))
      for (const { name: other, generated } of Object.values(this.from.tables[table].columns)) {
        const isThere = this.to.tables[table]?.columns[other]?.generated
        if (generated && isThere && mentions(generated, name.slice(table.length + 1))) {
          yield `${table}.${other}`
        }
      }
    }
  }
}

/** Whether a column has to be dropped and added again. One that is computed no more keeps its values. */
export function isRegeneration(from: Column, to: Column) {
  return to.generated !== null && (from.generated !== to.generated || from.type !== to.type)
}

function readsOthers({ change }: Decided) {
  return change.kind === 'dropColumn' && change.column.generated !== null ? 1 : 0
}

type ColumnKind = {
  [K in ChangeKind]: ChangeOf<K> extends { table: string; to: { nullable: boolean } } ? K : never
}[ChangeKind]

/** Whether all words stay, in their order. */
function onlyAdds(from: string[], to: string[]) {
  const kept = to.filter((value) => from.includes(value))
  return kept.length === from.length && kept.every((value, place) => value === from[place])
}

/** A step out of a piece. */
export function stepOf({ rank, ...step }: Piece): Step {
  return { ...step, phase: stages[step.stage] }
}
