import type { Edge } from 'edge.js'

type Attributes = Record<string, unknown>

/**
 * Has `html.attrs` escape what it prints: the one of Edge prints values as they are, so that a
 * quotation mark would end the attribute that it stands in.
 */
export function escapeAttributes(edge: Edge) {
  const { html } = edge.globals
  const escaped = (value: unknown) => (typeof value === 'string' ? html.escape(value) : value)

  edge.global('html', {
    ...html,
    attrs: (values: Attributes) =>
      html.attrs(
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, escaped(value)]))
      ),
  })
}
