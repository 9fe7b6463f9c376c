import {
  E_FILTER,
  formatFilter,
  parseFilter,
  type Access,
  type FilterNode,
} from '#atrium/resource/main'

import { conditionOf, nodeOf, TAKES, type Condition } from './condition.ts'
import { PERIODS, SPANS, type OperatorName } from './families.ts'
import { subjectsOf, type Subject } from './subjects.ts'

/** One of a group must hold, and that of every group */
export type Groups = Condition[][]

/** What the form of filters sends: `c[0][1][path]` */
type Sent = { c?: unknown; add?: unknown; remove?: unknown; build?: unknown }

/** The lines of the form that say the same as a filter; undefined when it says more than they can. */
export function groupsOf(filter: FilterNode, access: Access): Groups | undefined {
  const subjects = subjectsOf(access)
  const parts = filter.type === 'and' ? filter.nodes : [filter]
  const whole = conditionOf(filter, subjects)
  if (whole) return [[whole]]

  const groups = parts.map((part) => {
    const lines = (part.type === 'or' ? part.nodes : [part]).map((node) =>
      conditionOf(node, subjects)
    )
    return lines.every((line) => line !== undefined) ? lines : undefined
  })
  return groups.every((group) => group !== undefined) ? groups : undefined
}

/** The filter that says the same as the lines of the form; '' when there are none. */
export function filterOf(groups: Groups) {
  const nodes = groups
    .filter((group) => group.length)
    .map((group): FilterNode => {
      const lines = group.map(nodeOf)
      return lines.length === 1 ? lines[0] : { type: 'or', nodes: lines }
    })
  return nodes.length ? formatFilter({ type: 'and', nodes }) : ''
}

/** Reads a filter; what is wrong with it instead, when it cannot be read. */
export function readFilter(text: string): {
  node?: FilterNode
  error?: InstanceType<typeof E_FILTER>
} {
  try {
    return { node: parseFilter(text) }
  } catch (error) {
    if (error instanceof E_FILTER) return { error }
    throw error
  }
}

/** Whether the form of filters was sent: to be applied, or to be shown with a line more or less. */
export function sentForm(query: Record<string, unknown>): 'applied' | 'changed' | undefined {
  const { build, remove, c } = query as Sent
  if (build !== undefined || remove !== undefined) return 'changed'
  return c !== undefined || query.apply !== undefined ? 'applied' : undefined
}

/**
 * The lines that were sent, with the one that was added and without the one that was removed.
 *
 * @param isComplete leaves out lines without the value that they need
 */
export function groupsSent(query: Sent, access: Access, isComplete: boolean): Groups {
  const subjects = new Map(subjectsOf(access).map((subject) => [subject.path.join('.'), subject]))
  const groups = listed(query.c).map((group, groupIndex) =>
    listed(group).flatMap((line, index) => {
      const isRemoved = query.remove === `${groupIndex}.${index}`
      const condition = isRemoved ? undefined : conditionSent(line, subjects)
      return condition && (!isComplete || hasValues(condition)) ? [condition] : []
    })
  )

  const added = Object.entries((query.add ?? {}) as Record<string, unknown>)
  for (const [place, path] of isComplete ? [] : added) {
    const subject = subjects.get(String(path))
    if (subject)
      place === 'new' ? groups.push([blank(subject)]) : groups[Number(place)]?.push(blank(subject))
  }
  return groups.filter((group) => group.length)
}

function conditionSent(line: unknown, subjects: Map<string, Subject>): Condition | undefined {
  const { path, operator, value, to, span, period } = (line ?? {}) as Record<string, unknown>
  const subject = subjects.get(String(path))
  const known = subject?.operators.find((each) => each === operator)
  if (!subject || !known) return undefined

  const values =
    known === 'within'
      ? [span ?? SPANS[2]]
      : known === 'this'
        ? [period ?? PERIODS[0]]
        : known === 'between'
          ? [value, to]
          : [value].flat()
  const count = subject.family === 'choice' ? undefined : (TAKES[known] ?? 1)
  return {
    subject,
    operator: known,
    values: values
      .slice(0, count)
      .filter(isText)
      .map((text) => text.trim()),
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function hasValues({ operator, values }: Condition) {
  return values.length >= (TAKES[operator] ?? 1)
}

function blank(subject: Subject): Condition {
  return { subject, operator: subject.operators[0] as OperatorName, values: [] }
}

/** Lists come as arrays or, with gaps, as objects. */
function listed(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}
