import type { Sql } from '#atrium/model/main'

import { compare } from './paths.ts'
import { Condition } from './condition.ts'
import { nowFor, type Place } from './place.ts'
import { search } from './search.ts'
import type { FilterNode } from './types.ts'
import type { FilterTarget } from './target.ts'

/**
 * Compiles a filter to a condition on the rows of a table. Values are bindings with their types, names
 * those of the target's own columns. Where it holds for no row, or says nothing, the row is left out.
 *
 * @param alias by which the statement calls the table
 * @throws E_FILTER it names what the actor may not filter by, or compares it with what it never is
 */
export function compileFilter(node: FilterNode, target: FilterTarget, alias: string): Sql {
  return conditionOf(node, { target, alias, now: nowFor(target.actor) }).text
}

function conditionOf(node: FilterNode, place: Place): Condition {
  switch (node.type) {
    case 'and':
      return Condition.every(node.nodes.map((each) => conditionOf(each, place)))
    case 'or':
      return Condition.some(node.nodes.map((each) => conditionOf(each, place)))
    case 'not':
      return conditionOf(node.node, place).not()
    case 'search':
      return search(node.text, place, node.at)
    case 'comparison':
      return compare(node, place)
  }
}
