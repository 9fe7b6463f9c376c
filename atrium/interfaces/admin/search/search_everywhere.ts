import type { Actor, Label, Resource, ResourceService, Row } from '#atrium/resource/main'

import { timed } from '../timed.ts'
import { keyIn } from './key_in.ts'

/** `excerpt` is for rows that are known by nothing but their key */
export type FoundRow = Label & { excerpt?: string }

/** What was found in one resource */
export type Found = {
  resource: Resource
  rows: FoundRow[]

  /** There are more than those */
  hasMore: boolean

  /** It took too long, so that nothing is said of this resource */
  isLate: boolean
}

type Limits = {
  /** Rows of each resource */
  size: number

  /** Milliseconds for everything; whoever comes too late is left out */
  budget: number
}

/** Resources that are asked at the same time: more would take connections from other people */
const AT_ONCE = 3

/** Characters of an excerpt */
const EXCERPT = 90

/**
 * Looks for text in every resource that the actor may list: first for the row that has it as its key,
 * then as the search box of each list does.
 */
export async function searchEverywhere(
  actor: Actor,
  resources: Resource[],
  text: string,
  { size, budget }: Limits
): Promise<Found[]> {
  const end = Date.now() + budget
  const asked = resources.filter((resource) => mayHold(resource, text))
  const waiting = [...asked]
  const found = new Map<Resource, Found>()

  const work = async () => {
    for (let resource = waiting.shift(); resource; resource = waiting.shift()) {
      found.set(resource, await searchOne(resource, actor, text, size, end - Date.now()))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))

  return asked
    .map((resource) => found.get(resource)!)
    .filter(({ rows, isLate }) => rows.length > 0 || isLate)
}

/** Rows without texts are only found by what names them exactly: their key, or an email. */
function mayHold(resource: Resource, text: string) {
  return (
    resource.searchPaths.length > 0 || keyIn(resource, text) !== undefined || text.includes('@')
  )
}

async function searchOne(
  resource: Resource,
  actor: Actor,
  text: string,
  size: number,
  time: number
): Promise<Found> {
  const rows = await timed(resource, actor, time, async (service) => {
    const key = keyIn(resource, text)
    const exact = key === undefined ? [] : await service.labelsOf([key])
    const fields = excerptOf(resource, service)
    const { rows: others } = await service.list({ search: text, size: size + 1, fields })
    const rest = others
      .filter((row) => row.key !== exact[0]?.key)
      .map((row) => foundRow(row, fields))

    return [...exact, ...rest]
  })

  return {
    resource,
    rows: rows?.slice(0, size) ?? [],
    hasMore: rows !== undefined && rows.length > size,
    isLate: rows === undefined,
  }
}

/** The first text of the list, where rows have no title. */
function excerptOf(resource: Resource, { access }: ResourceService): string[] {
  if (resource.title) return []

  const { fields, listColumns } = resource
  const isText = (name: string) => ['string', 'text'].includes(fields.get(name)?.kind ?? '')
  return listColumns.filter((name) => access.readable.has(name) && isText(name)).slice(0, 1)
}

function foundRow({ key, title, values }: Row, [field]: string[]): FoundRow {
  const excerpt = field === undefined ? '' : String(values[field] ?? '').slice(0, EXCERPT)
  return excerpt ? { key, title, excerpt } : { key, title }
}
