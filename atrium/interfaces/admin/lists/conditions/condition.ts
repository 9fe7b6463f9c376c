import type { Comparison, FilterNode, FilterValue, Literal, Operator } from '#atrium/resource/main'

import { PERIODS, SPANS, type OperatorName } from './families.ts'
import type { Subject } from './subjects.ts'

/**
 * One line of the form of filters: a subject, what is asked of it, and with which values.
 */
export type Condition = {
  subject: Subject
  operator: OperatorName

  /** One, two of `between`, any number of `one_of`; none where nothing is compared */
  values: string[]
}

/** How many values each operator takes: 1 unless said */
export const TAKES: Partial<Record<OperatorName, number>> = {
  between: 2,
  yes: 0,
  no: 0,
  me: 0,
  filled: 0,
  empty: 0,
}

const COMPARED: Partial<Record<OperatorName, Operator>> = {
  contains: ':',
  is: '=',
  is_not: '!=',
  less: '<',
  at_most: '<=',
  more: '>',
  at_least: '>=',
  before: '<',
  after: '>',
  has: ':',
  one_of: '=',
  none_of: '!=',
}

/** The part of a filter that says the same. */
export function nodeOf({ subject, operator, values }: Condition): FilterNode {
  const { path } = subject
  const compare = (by: Operator, value: FilterValue, at = pathOf(subject)): Comparison => ({
    type: 'comparison',
    path: at,
    operator: by,
    value,
  })

  switch (operator) {
    case 'filled':
      return compare(':', { type: 'any' }, path)
    case 'empty':
      return { type: 'not', node: compare(':', { type: 'any' }, path) }
    case 'me':
      return compare('=', literal('me', false), path)
    case 'yes':
    case 'no':
      return compare('=', literal(operator === 'yes' ? 'true' : 'false', false))
    case 'starts':
      return compare('=', { ...literal(values[0]), open: 'end' })
    case 'ends':
      return compare('=', { ...literal(values[0]), open: 'start' })
    case 'has_not':
      return { type: 'not', node: compare(':', literal(values[0])) }
    case 'within':
      return compare('>=', call('ago', values[0]))
    case 'this':
      return values[0] === 'day'
        ? compare('=', call('today'))
        : compare('>=', call('startOf', values[0]))
    case 'between':
      return {
        type: 'and',
        nodes: [compare('>=', literal(values[0])), compare('<=', literal(values[1]))],
      }
    default: {
      const compared = COMPARED[operator]!
      const given = values.map((value) => literal(value))
      return compare(compared, given.length === 1 ? given[0] : { type: 'list', values: given })
    }
  }
}

/**
 * The line that says the same as a part of a filter; undefined when there is none.
 */
export function conditionOf(node: FilterNode, subjects: Subject[]): Condition | undefined {
  const subject = subjects.find((each) => pathsOf(each).includes(firstPath(node)))
  if (!subject) return undefined

  const wanted = JSON.stringify(withoutPlaces(withoutNull(node)))
  return candidates(node, subject).find(
    (condition) =>
      subject.operators.includes(condition.operator) &&
      JSON.stringify(withoutPlaces(nodeOf(condition))) === wanted
  )
}

/** `= null` and `!= null` say the same as `-field:*` and `field:*`. */
function withoutNull(node: FilterNode): FilterNode {
  if (node.type !== 'comparison' || node.value.type !== 'null') return node

  const filled: Comparison = { ...node, operator: ':', value: { type: 'any' } }
  return node.operator === '=' ? { type: 'not', node: filled } : filled
}

/** Every line that could have been meant: the one that makes the same node was. */
function candidates(node: FilterNode, subject: Subject): Condition[] {
  const values = textsOf(node)
  return subject.operators
    .filter((operator) => operator !== 'within' || isOneOf(SPANS, values[0]))
    .filter((operator) => operator !== 'this' || isOneOf([...PERIODS, undefined], values[0]))
    .map((operator) => ({
      subject,
      operator,
      values:
        operator === 'this' && values.length === 0 ? ['day'] : values.slice(0, most(operator)),
    }))
}

function most(operator: OperatorName) {
  return operator === 'one_of' || operator === 'none_of' ? undefined : (TAKES[operator] ?? 1)
}

/** A relation is compared by the title of the rows behind it. */
function pathOf({ path, title }: Subject) {
  return title ? [...path, title] : path
}

function pathsOf(subject: Subject) {
  return [subject.path.join('.'), pathOf(subject).join('.')]
}

function firstPath(node: FilterNode): string {
  if (node.type === 'comparison') return node.path.join('.')
  if (node.type === 'not') return firstPath(node.node)
  return node.type === 'search' || node.nodes.length === 0 ? '' : firstPath(node.nodes[0])
}

function textsOf(node: FilterNode): string[] {
  if (node.type === 'not') return textsOf(node.node)
  if (node.type === 'comparison') return textsOfValue(node.value)
  return node.type === 'search' ? [] : node.nodes.flatMap(textsOf)
}

function textsOfValue(value: FilterValue): string[] {
  if (value.type === 'literal') return [value.value]
  if (value.type === 'function') return value.args.flatMap(textsOfValue)
  return value.type === 'list' ? value.values.flatMap(textsOfValue) : []
}

function literal(value: string, quoted = !/^[\w-]+$/.test(value) || value === 'me'): Literal {
  return { type: 'literal', value, quoted }
}

function call(name: string, ...args: string[]): FilterValue {
  return { type: 'function', name, args: args.map((text) => literal(text, true)) }
}

/** Quotes, places and an open end that is left out say nothing of what is meant, but for `me`. */
function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (typeof value !== 'object' || value === null) return value

  const isMe = 'value' in value && value.value === 'me'
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, each]) => name !== 'at' && (name !== 'quoted' || isMe) && each !== undefined)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, each]) => [name, withoutPlaces(each)])
  )
}

function isOneOf(values: readonly unknown[], value: unknown) {
  return values.includes(value)
}
