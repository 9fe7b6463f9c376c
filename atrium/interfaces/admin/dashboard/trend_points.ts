import { DateTime } from 'luxon'
import { parseFilter, type FilterNode, type ResourceService } from '#atrium/resource/main'

import type { TrendWidget } from './widget.ts'

/** A day, and how many rows there are from it */
export type TrendPoint = { day: DateTime; count: number }

/**
 * How many rows there are from each of the last days, in the zone of the actor. Days without rows
 * count nothing.
 */
export async function trendPoints(
  { field, days, filter }: TrendWidget,
  service: ResourceService
): Promise<TrendPoint[]> {
  const { zone = 'UTC' } = service.actor.options
  const today = DateTime.now().setZone(zone).startOf('day')
  const first = today.minus({ days: days - 1 })

  const rows = await service.aggregate({
    filter: since(first, field, filter),
    measures: { rows: { of: 'count' } },
    by: [{ field, unit: 'day' }],
    size: days + 1,
  })
  const isDay = service.resource.fields.get(field)?.kind === 'date'
  const counts = new Map(
    rows.map(({ group, values }) => {
      const day = group[field] as DateTime
      return [(isDay ? day : day.setZone(zone)).toISODate()!, values.rows as number]
    })
  )

  return Array.from({ length: days }, (_, index) => {
    const day = first.plus({ days: index })
    return { day, count: counts.get(day.toISODate()!) ?? 0 }
  })
}

function since(first: DateTime, field: string, filter?: string): FilterNode {
  const recent: FilterNode = {
    type: 'comparison',
    path: [field],
    operator: '>=',
    value: { type: 'literal', value: first.toISODate()!, quoted: true },
  }
  return filter ? { type: 'and', nodes: [parseFilter(filter), recent] } : recent
}
