import type { Actor } from '#atrium/resource/main'
import type { WidgetData } from './read_widget.ts'

type Kept = { data: Promise<WidgetData>; until: number }

/** Milliseconds that a widget shows the same */
const FRESH = 60_000

/** Widgets that are kept, of all people together */
const MOST = 1_000

/**
 * What widgets showed within the last minute, apart for everybody and for what they may do: nobody is
 * shown what was read for somebody else. People who ask while it is being read wait for the same.
 */
class WidgetCache {
  readonly #kept = new Map<string, Kept>()

  /** What was read a moment ago, or else what `read` brings. */
  fetch(
    place: number,
    locale: string,
    actor: Actor,
    read: () => Promise<WidgetData>
  ): Promise<WidgetData> {
    const { grants, options, roles, id } = actor
    const key = JSON.stringify([place, locale, id, [...roles], grants, options.zone])
    const known = this.#kept.get(key)
    if (known && known.until > Date.now()) return known.data

    const data = read()
    this.#keep(key, data)
    return data
  }

  #keep(key: string, data: Promise<WidgetData>) {
    this.#kept.delete(key)
    this.#kept.set(key, { data, until: Date.now() + FRESH })
    data.then(
      ({ kind }) => kind === 'late' && this.#kept.delete(key),
      () => this.#kept.delete(key)
    )

    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST) break
      this.#kept.delete(oldest)
    }
  }
}

/** What this process keeps of the widgets of dashboards. */
export const widgetCache = new WidgetCache()
