import type { Label, Resource, ResourceService } from '#atrium/resource/main'

import { findRows } from './find_rows.ts'

/** A row by its title and, in brackets, its key, as pickers show it */
const WITH_KEY = /^(.*) \(([^()]+)\)$/s

/**
 * Finds the rows that cells name by their key, by their title, or by both as in `ada (12)`.
 */
export class References {
  readonly #known = new Map<string, Map<string, Label[]>>()

  constructor(
    protected resource: Resource,
    protected serviceOf: (resource: Resource) => ResourceService
  ) {}

  /** Looks up what cells of a relation name. */
  async learn(relation: string, texts: string[]) {
    const { target } = this.resource.relation(relation)
    const service = this.serviceOf(target)
    const wanted = texts.filter(Boolean)
    const within = wanted.flatMap((text) => WITH_KEY.exec(text)?.[2] ?? [])

    const keys = await rowsBy(service, target.key[0]?.name, [...wanted, ...within])
    const others = wanted.filter((text) => !keys.has(text))
    const titles = await rowsBy(service, target.title?.name, others)
    const both = wanted.flatMap((text): [string, Label[]][] => {
      const [, title, key] = WITH_KEY.exec(text) ?? []
      const rows = keys.get(key)?.filter((row) => row.title === title) ?? []
      return rows.length ? [[text, rows]] : []
    })
    this.#known.set(relation, new Map([...both, ...titles, ...keys]))
  }

  /** The rows that a cell names, after `learn`. */
  of(relation: string, text: string): Label[] {
    return this.#known.get(relation)?.get(text) ?? []
  }

  /** A row that was made since. */
  add(relation: string, row: Label) {
    this.#known.get(relation)?.set(row.title, [row])
  }
}

async function rowsBy(service: ResourceService, name: string | undefined, texts: string[]) {
  if (!name || !texts.length || !service.access.field(name)) return new Map<string, Label[]>()

  const found = await findRows(service, name, texts, [])
  return new Map(
    [...found].map(([text, rows]) => [text, rows.map(({ key, title }) => ({ key, title }))])
  )
}
