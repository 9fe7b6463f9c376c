import type {
  Actor,
  Count,
  FacetValue,
  Page,
  Resource,
  ResourceService,
} from '#atrium/resource/main'

import { timed } from '../timed.ts'
import { sortTerms } from './sort_terms.ts'
import { trendPoints, type TrendPoint } from './trend_points.ts'
import type { Widget } from './widget.ts'

/** What a widget shows, read for one actor */
export type WidgetData =
  | { kind: 'number'; count: Count }
  | { kind: 'trend'; points: TrendPoint[] }
  | { kind: 'table'; page: Page }
  | { kind: 'breakdown'; values: FacetValue[]; hasMore: boolean }

  /** It took too long, or cannot be read: the widget says so in its place */
  | { kind: 'late' }
  | { kind: 'failed'; message: string }

/** Milliseconds for each statement of a widget, unless said */
const LONGEST = 4_000

/**
 * Reads what a widget shows, through the service of whoever looks at it.
 */
export async function readWidget(
  widget: Widget,
  resource: Resource,
  actor: Actor,
  milliseconds = LONGEST
): Promise<WidgetData> {
  try {
    const data = await timed(resource, actor, milliseconds, (service) => read(widget, service))
    return data ?? { kind: 'late' }
  } catch (error) {
    if (!String((error as { code?: string }).code).startsWith('E_')) throw error
    return { kind: 'failed', message: (error as Error).message }
  }
}

async function read(widget: Widget, service: ResourceService): Promise<WidgetData> {
  const { kind, filter } = widget

  switch (kind) {
    case 'number':
      return { kind, count: await service.count({ filter }) }

    case 'trend':
      return { kind, points: await trendPoints(widget, service) }

    case 'table': {
      const { fields, size } = widget
      return { kind, page: await service.list({ filter, fields, size, sort: sortTerms(widget) }) }
    }

    case 'breakdown': {
      const [facet] = await service.facets({ filter, fields: [widget.field], budget: LONGEST })
      if (!facet.isReady) return { kind: 'late' }
      return { kind, values: facet.values, hasMore: facet.hasMore }
    }
  }
}
