import type { Resource, ResourceField, ResourceService } from '#atrium/resource/main'

import { findRows } from './find_rows.ts'

/**
 * Finds the rows that cells name by their key or by their title.
 */
export class References {
  readonly #known = new Map<string, Map<string, string[]>>()

  constructor(
    protected resource: Resource,
    protected serviceOf: (resource: Resource) => ResourceService
  ) {}

  /** Looks up what cells of a field name. */
  async learn(field: ResourceField, texts: string[]) {
    const { target } = this.resource.relation(field.relation!)
    const service = this.serviceOf(target)
    const wanted = texts.filter(Boolean)

    const keys = await rowsBy(service, target.key[0]?.name, wanted)
    const others = wanted.filter((text) => !keys.has(text))
    const titles = await rowsBy(service, target.title?.name, others)
    this.#known.set(field.name, new Map([...titles, ...keys]))
  }

  /** The keys of the rows that a cell names, after `learn`. */
  of(field: ResourceField, text: string): string[] {
    return this.#known.get(field.name)?.get(text) ?? []
  }
}

async function rowsBy(service: ResourceService, name: string | undefined, texts: string[]) {
  if (!name || !texts.length || !service.access.field(name)) return new Map<string, string[]>()

  const found = await findRows(service, name, texts, [])
  return new Map([...found].map(([text, rows]) => [text, rows.map(({ key }) => key)]))
}
