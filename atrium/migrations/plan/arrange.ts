import { Placing } from './placing.ts'
import { baseName } from './draft_name.ts'
import { sentences } from './draft_description.ts'
import type { Change } from '../compare/changes.ts'
import type { Decisions } from '../decide/decisions.ts'
import { isTransactional, phases, type Draft, type Phase, type Step } from './steps.ts'

/** New words of an enum's type come in a file of their own, before all others */
type Part = 'words' | Phase
const parts: Part[] = ['words', ...phases]

/** What the names of files end in, where a change needs several */
const endings: Record<Part, string> = {
  words: 'words',
  expand: 'add',
  build: 'build',
  constrain: 'constrain',
  validate: 'validate',
  contract: 'remove',
}

/**
 * Puts steps into files: for each component one for each phase, and one only where neighbouring phases
 * can share it. What is dropped goes last, beginning with the component that needs the others.
 *
 * @param name what the migration is called, instead of what it does
 */
export function arrange(
  steps: Step[],
  decisions: Decisions,
  components: Record<string, string>,
  name?: string
): Draft[] {
  if (steps.length === 0) return []

  const placing = new Placing(steps, components)
  const drafts = groupsOf(steps, placing.order.length > 1).flatMap((group) => {
    const order = group.includes('contract') ? placing.order.toReversed() : placing.order
    return order.flatMap((component) => {
      const own = steps.filter(
        (step) => group.includes(partOf(step)) && placing.componentOf(step) === component
      )
      return own.length > 0 ? [draftOf(component, group[0], own)] : []
    })
  })
  const files = withWarnings(named(drafts, decisions, components, name), decisions, steps)
  return withLossesBack(files, decisions, components)
}

function partOf(step: Step): Part {
  return step.stage === 'enumValues' ? 'words' : step.phase
}

function runsInTransaction(part: Part) {
  return part !== 'words' && isTransactional[part]
}

/** Neighbours share a file unless one of them needs a transaction and the other cannot have one. */
function groupsOf(steps: Step[], areSeveral: boolean) {
  const present = new Set(steps.map(partOf))
  const groups: Part[][] = []

  for (const part of parts.filter((one) => present.has(one))) {
    const last = groups.at(-1)
    const isApart = areSeveral && part === 'contract'
    if (last && !isApart && runsInTransaction(last[0]) === runsInTransaction(part)) last.push(part)
    else groups.push([part])
  }
  return groups
}

type Unnamed = Omit<Draft, 'name' | 'guards' | 'losses' | 'lossesBack' | 'notes'> & { part: Part }

function draftOf(component: string, part: Part, steps: Step[]): Unnamed {
  return {
    component,
    part,
    phase: part === 'words' ? 'build' : part,
    description: sentences(steps.map(({ summary }) => summary)),
    transactional: runsInTransaction(part),
    up: steps.flatMap(({ up }) => up),
    down: steps.toReversed().flatMap(({ down }) => down),
  }
}

function named(
  drafts: Unnamed[],
  decisions: Decisions,
  components: Record<string, string>,
  name?: string
): Draft[] {
  const byComponent = Map.groupBy(drafts, ({ component }) => component)
  return drafts.map(({ part, ...draft }) => {
    const own = byComponent.get(draft.component)!
    const place = own.findIndex(({ up }) => up === draft.up) + 1
    const ending = own.length > 1 ? `_${place}_${endings[part]}` : ''
    const base = baseName(decisions, components, draft.component, {
      name: name && byComponent.size > 1 ? `${name}_in_${draft.component}` : name,
      longest: own.length > 1 ? 48 : 60,
    })
    return { ...draft, name: base + ending, guards: [], losses: [], lossesBack: [], notes: [] }
  })
}

/** All that the reader has to know stands in the first file, which runs before anything is changed. */
function withWarnings([first, ...rest]: Draft[], decisions: Decisions, steps: Step[]) {
  const all = decisions.changes
  const notes = [
    ...decisions.notes,
    ...all.flatMap((decided) => decided.notes),
    ...steps.flatMap((step) => step.notes ?? []),
  ]
  return [
    {
      ...first,
      guards: all.flatMap(({ guards }) => guards),
      losses: all.flatMap(({ losses }) => losses),
      notes: [...new Set(notes)],
    },
    ...rest,
  ]
}

/** What going back loses stands in the first file of each component, which is taken back last. */
function withLossesBack(
  drafts: Draft[],
  { changes }: Decisions,
  components: Record<string, string>
) {
  const byFile = Map.groupBy(changes, ({ change }) => {
    const component = components[tableOf(change) ?? '']
    return drafts.find((draft) => draft.component === component) ?? drafts[0]
  })
  return drafts.map((draft) => ({
    ...draft,
    lossesBack: (byFile.get(draft) ?? []).flatMap(({ lossesBack }) => lossesBack),
  }))
}

function tableOf(change: Change) {
  if (!('table' in change)) return null

  return typeof change.table === 'string' ? change.table : change.table.name
}
