import { formatFilter, type FilterNode } from '#atrium/resource/main'

import type { Reader } from '../../reader.ts'
import type { ListAddress } from '../list_address.ts'
import { conditionOf, type Condition } from './condition.ts'
import type { Subject } from './subjects.ts'

/** One thing that a list is narrowed by, in words, and the list without it */
export type Chip = { text: string; removeAddress: string }

/** What a list is narrowed by: the parts of its filter, and what is searched for. */
export function chipsOf(
  address: ListAddress,
  filter: FilterNode | undefined,
  subjects: Subject[],
  reader: Reader
): Chip[] {
  const { q } = address.parts
  const parts = filter ? partsOf(filter, subjects) : []
  const searched = q?.trim()
    ? [
        {
          text: reader.i18n.t('admin_list.chips.search', { text: q.trim() }),
          removeAddress: address.with({ q: '' }).href(),
        },
      ]
    : []

  return [
    ...searched,
    ...parts.map((part) => ({
      text: wordsOfNode(part, subjects, reader),
      removeAddress: address
        .with({ filter: written(parts.filter((other) => other !== part)) })
        .href(),
    })),
  ]
}

function partsOf(filter: FilterNode, subjects: Subject[]) {
  if (filter.type !== 'and' || conditionOf(filter, subjects)) return [filter]
  return filter.nodes
}

function written(nodes: FilterNode[]) {
  return nodes.length ? formatFilter({ type: 'and', nodes }) : ''
}

/** What has no line of the form is said in the filter language. */
export function wordsOfNode(node: FilterNode, subjects: Subject[], reader: Reader): string {
  if (node.type === 'or') {
    const or = reader.i18n.t('admin_list.chips.or')
    return node.nodes.map((each) => wordsOfNode(each, subjects, reader)).join(` ${or} `)
  }

  const condition = conditionOf(node, subjects)
  return condition ? wordsOf(condition, reader) : formatFilter(node)
}

function wordsOf({ subject, operator, values }: Condition, { i18n }: Reader) {
  const words = values.map((value) => {
    if (operator === 'within') return i18n.t(`admin_list.spans.${value}`)
    if (operator === 'this') return i18n.t(`admin_list.periods.${value}`)
    return subject.choices?.find((choice) => choice.value === value)?.label ?? value
  })
  const joint = i18n.t(operator === 'between' ? 'admin_list.chips.and' : 'admin_list.chips.or')
  const asked = i18n.t(`admin_list.operators.${operator}`)
  return [subject.label, asked, words.join(` ${joint} `)].filter(Boolean).join(' ')
}
