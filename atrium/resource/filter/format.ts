import { writtenPath, writtenSearch, writtenValue } from './quoting.ts'
import type { FilterNode, FilterValue } from './types.ts'

/**
 * Writes an expression as text that `parseFilter` takes apart into the same expression.
 */
export function formatFilter(node: FilterNode): string {
  switch (node.type) {
    case 'and':
    case 'or':
      return written(node.type, node.nodes)
    case 'not':
      return `NOT ${part(node.node)}`
    case 'search':
      return writtenSearch(node.text)
    case 'comparison':
      return writtenComparison(node.path, node.operator, node.value)
  }
}

function written(type: 'and' | 'or', nodes: FilterNode[]): string {
  if (nodes.length === 1) return formatFilter(nodes[0])
  if (nodes.length) return nodes.map(part).join(` ${type.toUpperCase()} `)
  return type === 'and' ? '' : 'NOT ()'
}

/** In parentheses, unless it reads as one piece without them */
function part(node: FilterNode): string {
  const isOnePiece = node.type === 'comparison' || node.type === 'search'
  return isOnePiece ? formatFilter(node) : `(${formatFilter(node)})`
}

function writtenComparison(path: string[], operator: string, value: FilterValue) {
  const space = operator === ':' ? '' : ' '
  return `${writtenPath(path)}${space}${operator}${space}${formatValue(value)}`
}

/** Writes what stands behind an operator. */
export function formatValue(value: FilterValue): string {
  switch (value.type) {
    case 'literal':
      return writtenValue(value)
    case 'null':
      return 'null'
    case 'any':
      return '*'
    case 'function':
      return `${value.name}(${value.args.map(formatValue).join(', ')})`
    case 'list':
      return `(${value.values.map(formatValue).join(' OR ')})`
  }
}
