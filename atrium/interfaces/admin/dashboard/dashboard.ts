import { keyOf, type Resource } from '#atrium/resource/main'

import type { AdminContext } from '../admin_context.ts'
import { readWidget, type WidgetData } from './read_widget.ts'
import { viewOf, type WidgetView } from './widget_view.ts'
import type { Widget } from './widget.ts'
import { widgetCache } from './widget_cache.ts'

/** A widget of somebody's dashboard. Its place in the configuration is its address */
export type PlacedWidget = { place: number; widget: Widget; resource: Resource }

/** Milliseconds that each statement of a widget may take for the page: what takes longer is loaded after it */
const PATIENCE = 250

/**
 * The dashboard of whoever acts: the widgets of resources that they may list. Those of a component that
 * was taken out of the application are left out.
 */
export class Dashboard {
  readonly #admin: AdminContext
  readonly widgets: PlacedWidget[]

  constructor(admin: AdminContext) {
    this.#admin = admin
    this.widgets = (admin.config.dashboard ?? [])
      .map((widget, place) => ({ place, widget: inWords(widget, admin) }))
      .filter(({ widget }) => admin.resources.has(widget.resource))
      .map((placed) => ({ ...placed, resource: admin.resources.get(placed.widget.resource) }))
      .filter((placed) => this.#isShown(placed))
  }

  /** Every widget, with what it shows if that is known soon enough. Nothing goes on behind the answer. */
  soon(): Promise<(PlacedWidget & { view?: WidgetView })[]> {
    return Promise.all(
      this.widgets.map(async (placed) => {
        const data = await this.#read(placed, PATIENCE)
        return { ...placed, view: data.kind === 'late' ? undefined : this.#viewOf(placed, data) }
      })
    )
  }

  /** What a widget shows, however long that takes. */
  async view(placed: PlacedWidget): Promise<WidgetView> {
    return this.#viewOf(placed, await this.#read(placed))
  }

  #read({ place, widget, resource }: PlacedWidget, milliseconds?: number) {
    const { actor, reader } = this.#admin
    return widgetCache.fetch(place, reader.locale, actor, () =>
      readWidget(widget, resource, actor, milliseconds)
    )
  }

  #viewOf({ widget, resource }: PlacedWidget, data: WidgetData) {
    return viewOf(widget, resource, data, this.#admin)
  }

  #isShown({ widget, resource }: PlacedWidget) {
    const isFor = !widget.roles || this.#admin.actor.hasRole(...widget.roles)
    return isFor && this.#admin.serviceOf(resource).access.may('list')
  }
}

/** A title of the configuration is a text of its own: "New people by day" is `dashboard.new_people_by_day`. */
function inWords(widget: Widget, { reader }: AdminContext): Widget {
  const { title } = widget
  return { ...widget, title: reader.i18n.t(`dashboard.${keyOf(title)}`, {}, title) }
}
