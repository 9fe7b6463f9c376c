import fc from 'fast-check'
import type { FilterNode, FilterValue } from '#atrium/resource/main'

/** Text as people type it, and as nobody does */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    'me',
    'null',
    'AND',
    'NOT',
    '*',
    'a*b',
    '\\',
    '"',
    "'",
    '-x',
    'a.b',
    '2026-11-20',
    "O'Brien",
    '%',
    '\0'
  )
)

const names = fc.constantFrom('title', 'owner', 'größe', 'x_1')
const keys = fc.string({ unit: 'binary', minLength: 1, maxLength: 6 })
const path = fc
  .tuple(names, fc.array(fc.oneof(names, keys), { maxLength: 3 }))
  .map(([first, rest]) => [first, ...rest])

const operator = fc.constantFrom(...(['=', '!=', '<', '<=', '>', '>=', ':'] as const))

const literal = fc.oneof(
  fc.record({ type: fc.constant('literal' as const), value: anyText, quoted: fc.constant(true) }),
  fc.record({
    type: fc.constant('literal' as const),
    value: anyText.filter((text) => text !== ''),
    quoted: fc.constant(true),
    open: fc.constantFrom('start' as const, 'end' as const, 'both' as const),
  }),
  fc.record({
    type: fc.constant('literal' as const),
    value: fc.constantFrom('draft', '-5.50', '2026-11-20T10:00Z', 'a@b.c', 'me'),
    quoted: fc.constant(false),
  })
)

const scalar: fc.Arbitrary<FilterValue> = fc.oneof(
  { weight: 4, arbitrary: literal },
  fc.constant({ type: 'null' as const }),
  fc.constant({ type: 'any' as const }),
  fc.record({
    type: fc.constant('function' as const),
    name: fc.constantFrom('now', 'ago', 'startOf', 'me'),
    args: fc.array(literal, { maxLength: 2 }),
  })
)

const value: fc.Arbitrary<FilterValue> = fc.oneof(
  { weight: 3, arbitrary: scalar },
  fc.record({ type: fc.constant('list' as const), values: fc.array(scalar, { maxLength: 3 }) })
)

/** Any expression that text can say */
export const expressions = fc.letrec<{ node: FilterNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ type: fc.constant('comparison' as const), path, operator, value }),
    fc.record({ type: fc.constant('search' as const), text: anyText }),
    fc.record({ type: fc.constant('not' as const), node: tie('node') }),
    fc.record({
      type: fc.constantFrom('and' as const, 'or' as const),
      nodes: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
    })
  ),
})).node

/** An expression without the places where its parts stood. */
export function placeless(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(placeless)
  if (typeof node !== 'object' || node === null) return node

  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'at')
      .map(([key, part]) => [key, placeless(part)])
  )
}
