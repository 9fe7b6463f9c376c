import type { Count, Resource } from '#atrium/resource/main'

import type { AdminContext } from '../admin_context.ts'
import { addressOf } from '../rows/addresses.ts'
import { rowName } from '../rows/row_name.ts'
import { presentLabel } from '../values/present_label.ts'
import type { Shown } from '../values/shown.ts'
import type { WidgetData } from './read_widget.ts'
import { drawnBars, type DrawnBar } from './drawn_bars.ts'
import type { Widget } from './widget.ts'

/** What a template prints of a widget, in the reader's words */
export type WidgetView =
  | { kind: 'number'; text: string }
  | { kind: 'trend'; total: string; points: ViewPoint[]; bars: DrawnBar[]; chart: string }
  | { kind: 'table'; heads: string[]; rows: { title: string; address: string; cells: Shown[] }[] }
  | { kind: 'breakdown'; parts: { label: string; text: string; share: number }[] }
  | { kind: 'late' }
  | { kind: 'failed'; message: string }

type ViewPoint = { iso: string; day: string; text: string }

/** Parts of a breakdown that are shown apart; the others are put together */
const PARTS = 7

/**
 * Turns what was read for a widget into what is printed.
 */
export function viewOf(
  widget: Widget,
  resource: Resource,
  data: WidgetData,
  admin: AdminContext
): WidgetView {
  const { reader } = admin

  switch (data.kind) {
    case 'number':
      return { kind: 'number', text: countText(data.count, admin) }

    case 'trend': {
      const points = data.points.map(({ day, count }) => ({
        iso: day.toISODate()!,
        day: reader.day(day),
        text: reader.number(count),
      }))
      const counts = data.points.map(({ count }) => count)
      const total = counts.reduce((sum, count) => sum + count, 0)
      return {
        kind: 'trend',
        points,
        bars: drawnBars(counts),
        chart: JSON.stringify({
          label: widget.title,
          labels: points.map(({ day }) => day),
          counts,
        }),
        total: reader.i18n.t('admin_tools.dashboard.total', {
          count: reader.number(total),
          days: counts.length,
        }),
      }
    }

    case 'table':
      return { kind: 'table', ...tableOf(data.page, resource, admin) }

    case 'breakdown':
      return { kind: 'breakdown', parts: partsOf(data, admin) }

    case 'failed':
      return { kind: 'failed', message: admin.phrases.say(data.message) }

    default:
      return data
  }
}

function countText({ value, kind }: Count, { reader }: AdminContext) {
  if (kind === 'exact') return reader.number(value)
  if (kind === 'about') {
    return reader.i18n.t('admin_tools.dashboard.about', { count: reader.about(value) })
  }
  return reader.i18n.t('admin_tools.dashboard.at_least', { count: reader.number(value) })
}

function tableOf(
  { rows, fields }: Extract<WidgetData, { kind: 'table' }>['page'],
  resource: Resource,
  admin: AdminContext
) {
  const columns = fields.map((column) => ({
    field: resource.fields.get(column),
    relation: resource.relations.get(column),
  }))

  return {
    heads: columns.map(({ field, relation }) => (field ?? relation)!.label),
    rows: rows.map(({ key, title, values, labels }) => ({
      title: rowName(resource, { key, title }),
      address: addressOf(resource, key),
      cells: columns.map(({ field, relation }) =>
        relation
          ? presentLabel(relation.target.name, labels[relation.name], admin)
          : admin.present(field!, values[field!.name], { mode: 'cell' })
      ),
    })),
  }
}

function partsOf(
  { values, hasMore }: Extract<WidgetData, { kind: 'breakdown' }>,
  { reader }: AdminContext
) {
  const most = Math.max(1, ...values.map(({ count }) => count))
  const shown = values.slice(0, PARTS)
  const others = values.slice(PARTS).reduce((sum, { count }) => sum + count, 0)
  const word = (name: string) => reader.i18n.t(`admin_tools.dashboard.${name}`)

  return [
    ...shown.map(({ label, count }) => ({
      label: label ?? word('nothing'),
      text: reader.number(count),
      share: Math.round((count / most) * 100),
    })),
    ...(others
      ? [
          {
            label: word('others'),
            text: reader.number(others) + (hasMore ? '+' : ''),
            share: Math.min(100, Math.round((others / most) * 100)),
          },
        ]
      : []),
  ]
}
