import {
  formatFilter,
  isSortable,
  type Facet,
  type FacetValue,
  type FilterNode,
  type Histogram,
} from '#atrium/resource/main'

import type { AdminContext } from '../admin_context.ts'
import { presentValue } from '../values/present_value.ts'
import { columnsOf } from './columns.ts'
import type { ListAddress } from './list_address.ts'

/** Milliseconds for all facets, and for the histogram */
const BUDGET = 400

/** How many facets are counted where the resource does not say which */
const MOST = 4

type ShownFacet = {
  label: string
  isReady: boolean
  hasMore: boolean
  values: { label: string; count: string; address: string }[]
}

type ShownBar = {
  day: string
  label: string
  address: string
  height: number
  x: number
  width: number
}

/** The facets and the histogram of a list, each value with the list narrowed to it. */
export async function breakdown(admin: AdminContext, address: ListAddress) {
  const { service } = admin
  const { sort, cursor, ...query } = address.query
  const fields = facetFields(admin)
  const moment = momentField(admin)

  const facets = fields.length ? await service.facets({ ...query, fields, budget: BUDGET }) : []
  const histogram = moment
    ? await service.histogram({ ...query, field: moment.name, budget: BUDGET })
    : undefined

  return {
    facets: facets.map((facet) => shownFacet(facet, admin, address)),
    histogram: histogram && {
      label: moment!.label,
      isReady: histogram.isReady,
      bars: shownBars(histogram, admin, address),
    },
  }
}

/** What the resource says; else what has few values: words to choose from, truths, relations. */
function facetFields({ resource, service }: AdminContext): string[] {
  const readable = (name: string) => service.access.readable.has(name)
  const { facets } = resource.options
  if (facets) return (facets as string[]).filter(readable)

  return columnsOf(resource, service.access)
    .filter(
      ({ field, target }) =>
        (field.choices && isSortable(field)) || field.kind === 'boolean' || target
    )
    .map(({ name }) => name)
    .slice(0, MOST)
}

/** The first moment in the list's own columns; else any. */
function momentField({ resource, service }: AdminContext) {
  const columns = columnsOf(resource, service.access)
  const moments = columns.filter(({ field }) => ['timestamp', 'date'].includes(field.kind))
  const listed = resource.listColumns.flatMap(
    (name) => moments.find((each) => each.name === name) ?? []
  )
  return listed[0] ?? moments[0]
}

function shownFacet(
  { field, label, values, hasMore, isReady }: Facet,
  admin: AdminContext,
  address: ListAddress
): ShownFacet {
  const { reader } = admin
  return {
    label,
    hasMore,
    isReady,
    values: values.map((each) => ({
      label: wordsOf(each, field, admin),
      count: reader.number(each.count),
      address: narrowed(address, nodeFor(field, each)),
    })),
  }
}

function wordsOf({ value, label }: FacetValue, field: string, { resource, reader }: AdminContext) {
  if (label !== null) return label
  const known = resource.fields.get(field)
  const shown = known && presentValue(known, value, reader, { mode: 'cell' })
  return shown && 'text' in shown ? shown.text : reader.i18n.t('admin_list.facets.none')
}

function nodeFor(field: string, { value, key }: FacetValue): FilterNode {
  const text = key ?? (value === null || value === undefined ? undefined : String(value))
  const comparison: FilterNode = {
    type: 'comparison',
    path: [field],
    operator: text === undefined ? ':' : '=',
    value:
      text === undefined
        ? { type: 'any' }
        : { type: 'literal', value: text, quoted: !/^\w+$/.test(text) },
  }
  return text === undefined ? { type: 'not', node: comparison } : comparison
}

function narrowed(address: ListAddress, node: FilterNode) {
  const { filter } = address.parts
  const text = formatFilter(node)
  const joined = filter?.trim() ? `${filter} AND ${text}` : text
  return address.with({ filter: joined }).href()
}

/** Bars on a ground of 100 by 100, as wide as there are few. */
function shownBars(
  { field, bars }: Histogram,
  { reader }: AdminContext,
  address: ListAddress
): ShownBar[] {
  const highest = Math.max(...bars.map(({ count }) => count), 1)
  const width = 100 / Math.max(bars.length, 1)

  return bars.map(({ from, to, count }, index) => ({
    day: reader.day(from),
    label: `${reader.day(from)}: ${reader.number(count)}`,
    address: narrowed(
      address,
      between(field, from.toISODate()!, to.minus({ milliseconds: 1 }).toISODate()!)
    ),
    height: (count / highest) * 100,
    x: index * width,
    width: width * 0.86,
  }))
}

function between(field: string, first: string, last: string): FilterNode {
  return {
    type: 'and',
    nodes: [
      {
        type: 'comparison',
        path: [field],
        operator: '>=',
        value: { type: 'literal', value: first, quoted: false },
      },
      {
        type: 'comparison',
        path: [field],
        operator: '<=',
        value: { type: 'literal', value: last, quoted: false },
      },
    ],
  }
}
