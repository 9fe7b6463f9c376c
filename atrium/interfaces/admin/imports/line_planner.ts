import type { Resource, ResourceField, ResourceService, Row } from '#atrium/resource/main'

import { findRows } from './find_rows.ts'
import { References } from './references.ts'
import { cellValue } from './cell_value.ts'
import type { FileLine } from './file_lines.ts'
import type { ImportChoices } from './choices.ts'
import { linksCell, type LinksCell } from './told_links.ts'

/** What stands in the column of a field */
export type Cell = { field: ResourceField; text: string }

/** A line by what its columns fill, and the rows that it finds */
export type Plan = {
  line: FileLine
  cells: Cell[]
  links: LinksCell[]

  /** The text by which the line finds its row */
  wanted?: string
  rows: Row[]
}

/** Lines that can be carried out, and what they point to */
export type PlannedLines = { plans: Plan[]; references: References }

/** Gives the service of a resource to whoever imports */
export type ServiceOf = (resource: Resource) => ResourceService

/**
 * Reads what lines say by the columns that were chosen, and looks up all that they name, many lines at
 * once.
 */
export class LinePlanner {
  /** The field by which lines find their rows, if they look for any */
  readonly match?: ResourceField
  readonly #fields: (ResourceField | undefined)[]

  constructor(
    protected resource: Resource,
    protected choices: ImportChoices
  ) {
    this.#fields = choices.columns.map((name) => (name ? resource.fields.get(name) : undefined))
    this.match = choices.match ? resource.fields.get(choices.match) : undefined
  }

  /** Looks up all that some lines name: the rows that are there, and those that they point to. */
  async plan(lines: FileLine[], serviceOf: ServiceOf): Promise<PlannedLines> {
    const plans = lines.map((line) => this.planOf(line))
    const references = new References(this.resource, serviceOf)
    await this.#learn(references, plans)

    const found = await this.#findRows(plans, serviceOf(this.resource))
    for (const plan of plans) plan.rows = found.get(plan.wanted ?? '') ?? []
    return { plans, references }
  }

  /** A line before anything is looked up. */
  planOf(line: FileLine): Plan {
    const { columns, separator } = this.choices
    const cells = this.#fields.flatMap((field, index) =>
      field ? [{ field, text: line.cells[index] ?? '' }] : []
    )
    const links = columns.flatMap((name, index) => {
      const relation = name && !this.#fields[index] && this.resource.relations.get(name)
      return relation ? [linksCell(relation, line.cells[index] ?? '', separator)] : []
    })
    const matching = cells.find(({ field }) => field === this.match)
    return { line, cells, links, wanted: matching && canonical(matching), rows: [] }
  }

  async #learn(references: References, plans: Plan[]) {
    const named = plans.flatMap(({ cells, links }) => [
      ...cells.flatMap(({ field: { relation }, text }) =>
        relation ? [{ relation, names: [text.trim()] }] : []
      ),
      ...links.map(({ relation, names }) => ({ relation: relation.name, names })),
    ])

    for (const [relation, cells] of Map.groupBy(named, (cell) => cell.relation)) {
      await references.learn(
        relation,
        cells.flatMap(({ names }) => names)
      )
    }
  }

  async #findRows(plans: Plan[], service: ResourceService): Promise<Map<string, Row[]>> {
    const values = plans.flatMap(({ wanted }) => (wanted ? [wanted] : []))
    if (!this.match || !values.length) return new Map()

    const names = this.choices.columns.filter((name) => name !== null)
    const readable = names.filter((name) => service.access.readable.has(name))
    return findRows(service, this.match.name, values, readable)
  }
}

/** What lines put into columns of the table, as far as that is known before they are done. */
export function valuesOf({ plans, references }: PlannedLines) {
  return plans.map(({ line, cells }) => ({
    line: line.number,
    values: Object.fromEntries(
      cells.flatMap(({ field, text }) => {
        const rows = field.relation ? references.of(field.relation, text.trim()) : []
        const value = field.relation ? rows[0]?.key : cellValue(field, text)
        return text === '' || value === undefined ? [] : [[field.column, value]]
      })
    ),
  }))
}

/** The text under which the row's own value is found. */
function canonical({ field, text }: Cell) {
  const trimmed = text.trim()
  if (/^[+-]?\d+$/.test(trimmed) && ['id', 'integer', 'bigint'].includes(field.kind)) {
    return String(BigInt(trimmed))
  }
  return field.kind === 'uuid' ? trimmed.toLowerCase() : trimmed
}
