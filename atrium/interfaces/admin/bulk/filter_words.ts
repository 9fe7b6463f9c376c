import { parseFilter, type FilterNode, type ResourceService } from '#atrium/resource/main'

import type { Reader } from '../reader.ts'
import { subjectsOf } from '../lists/conditions/subjects.ts'
import { wordsOfNode } from '../lists/conditions/phrases.ts'

/**
 * What a filter asks for, in words: `Published at is empty`. What has no words is said in the filter
 * language.
 */
export function filterWords(text: string, { access }: ResourceService, reader: Reader) {
  const subjects = subjectsOf(access)
  const filter = parseFilter(text)
  const parts = filter.type === 'and' ? filter.nodes : [filter]

  const and = ` ${reader.i18n.t('admin_list.chips.and')} `
  return parts.map((part) => wordsOfNode(asAsked(part), subjects, reader)).join(and)
}

/** `= null` says in code what the form of a list asks as "is empty". */
function asAsked(node: FilterNode): FilterNode {
  if (node.type !== 'comparison' || node.value.type !== 'null') return node
  if (node.operator !== '=' && node.operator !== '!=') return node

  const { path } = node
  const has: FilterNode = { type: 'comparison', path, operator: ':', value: { type: 'any' } }
  return node.operator === '!=' ? has : { type: 'not', node: has }
}
