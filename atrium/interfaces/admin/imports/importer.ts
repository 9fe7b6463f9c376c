import { Exception } from '@adonisjs/core/exceptions'
import {
  ResourceService,
  type Actor,
  type Resource,
  type ResourceField,
  type Row,
  type WriteOptions,
} from '#atrium/resource/main'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

import { findRows } from './find_rows.ts'
import { References } from './references.ts'
import { cellValue } from './cell_value.ts'
import { cellText } from '../exports/cell_text.ts'
import type { FileLine } from './file_lines.ts'
import type { ImportChoices } from './choices.ts'
import type { Change, Outcome, Say } from './outcome.ts'

type Cell = { field: ResourceField; text: string }

/** A line, and the rows that it finds */
export type Plan = { line: FileLine; cells: Cell[]; wanted?: string; rows: Row[] }

/**
 * Does with the lines of a file what was chosen: through the service of the resource, as whoever imports,
 * so that policy, rules and history are those of a form.
 */
export class Importer {
  readonly #fields: (ResourceField | undefined)[]
  readonly #match?: ResourceField

  /** Lines that were done, by the value that they found their row by */
  readonly #done = new Map<string, number>()

  /**
   * @param say tells why something is not done, in the language of whoever imports
   */
  constructor(
    protected resource: Resource,
    protected actor: Actor,
    protected choices: ImportChoices,
    protected say: Say
  ) {
    this.#fields = choices.columns.map((name) => (name ? resource.fields.get(name) : undefined))
    this.#match = choices.match ? resource.fields.get(choices.match) : undefined
  }

  /** Looks up all that some lines name: the rows that are there, and those that they point to. */
  async plan(lines: FileLine[], client: QueryClientContract): Promise<PlannedLines> {
    const plans = lines.map((line) => this.#planOf(line))
    const references = new References(this.resource, (target) => this.#serviceOf(target, client))
    await this.#learn(references, plans)

    const found = await this.#findRows(plans, client)
    for (const plan of plans) plan.rows = found.get(plan.wanted ?? '') ?? []
    return { plans, references }
  }

  /**
   * Does what a line says.
   *
   * @throws whatever the service has against it
   */
  async carryOut(
    plan: Plan,
    references: References,
    client: QueryClientContract,
    options: WriteOptions = {}
  ): Promise<Outcome> {
    const reason = this.#reasonAgainst(plan)
    const { number: line } = plan.line
    if (reason) return { kind: 'skip', line, changes: [], reason }
    if (plan.wanted) this.#done.set(plan.wanted, line)

    const service = this.#serviceOf(this.resource, client)
    const [row] = plan.rows
    return row
      ? this.#update(plan, row, references, service, options)
      : this.#create(plan, references, service, options)
  }

  #planOf(line: FileLine): Plan {
    const cells = this.#fields.flatMap((field, index) =>
      field ? [{ field, text: line.cells[index] ?? '' }] : []
    )
    const matching = cells.find(({ field }) => field === this.#match)
    return { line, cells, wanted: matching && canonical(matching), rows: [] }
  }

  async #learn(references: References, plans: Plan[]) {
    const cells = plans.flatMap((plan) => plan.cells).filter(({ field }) => field.relation)

    for (const [field, ofField] of Map.groupBy(cells, (cell) => cell.field)) {
      await references.learn(
        field,
        ofField.map(({ text }) => text.trim())
      )
    }
  }

  async #findRows(plans: Plan[], client: QueryClientContract): Promise<Map<string, Row[]>> {
    const values = plans.flatMap(({ wanted }) => (wanted ? [wanted] : []))
    if (!this.#match || !values.length) return new Map()

    const service = this.#serviceOf(this.resource, client)
    const names = this.#fields.flatMap((field) => field?.name ?? [])
    const readable = names.filter((name) => service.access.readable.has(name))
    return findRows(service, this.#match.name, values, readable)
  }

  /** Why it cannot be known what is to be done with a line, or nothing is to be. */
  #reasonAgainst({ wanted, rows }: Plan): string | undefined {
    const { match, found, missing } = this.choices
    const label = this.#match?.label ?? ''

    if (match && !wanted && missing === 'skip') return this.say('no_match_value', { label })
    if (wanted && this.#done.has(wanted)) {
      return this.say('repeated', { line: this.#done.get(wanted)!, label })
    }
    if (rows.length > 1) {
      return this.say('several_rows', { label, value: wanted!, count: rows.length })
    }
    if (rows.length && found === 'skip') return this.say('found', {})
    return rows.length || missing === 'create' ? undefined : this.say('missing', {})
  }

  async #create(
    plan: Plan,
    references: References,
    service: ResourceService,
    options: WriteOptions
  ): Promise<Outcome> {
    const writable = service.access.writable('create')
    const given = plan.cells.filter(
      ({ text, field }) => text !== '' && (field !== this.#match || writable.has(field.name))
    )
    const row = await service.create(this.#inputOf(given, references), options)
    return {
      kind: 'create',
      line: plan.line.number,
      key: row.key,
      title: row.title,
      changes: given.map(({ field }) => changeOf(field, undefined, row)),
    }
  }

  async #update(
    plan: Plan,
    row: Row,
    references: References,
    service: ResourceService,
    options: WriteOptions
  ): Promise<Outcome> {
    const told = plan.cells.filter((cell) => this.#isNews(cell, row))
    const line = plan.line.number
    const { key, title, version } = row
    if (!told.length) return { kind: 'unchanged', line, key, title, changes: [] }

    const input = this.#inputOf(told, references)
    const after = await service.update(key, input, { ...options, version })
    const changes = told
      .map(({ field }) => changeOf(field, row, after))
      .filter((change) => change.before !== change.after)
    const kind = changes.length ? 'update' : 'unchanged'
    return { kind, line, key, title: after.title, changes }
  }

  /** Whether a cell says something that the row does not hold already. */
  #isNews({ field, text }: Cell, row: Row) {
    if (field === this.#match || (text === '' && this.choices.empty === 'keep')) return false
    return !(field.name in row.values && textIn(row, field) === text)
  }

  #inputOf(cells: Cell[], references: References): Record<string, unknown> {
    return Object.fromEntries(
      cells.map(({ field, text }) => [
        field.name,
        field.relation && text.trim() !== ''
          ? this.#keyOf(references, field, text.trim())
          : cellValue(field, text),
      ])
    )
  }

  #keyOf(references: References, field: ResourceField, text: string) {
    const keys = references.of(field, text)
    if (keys.length === 1) return keys[0]

    const about = { label: field.label, value: text }
    const reason = this.say(keys.length ? 'several_references' : 'no_reference', about)
    throw new Exception(reason, { status: 422, code: 'E_NO_REFERENCE' })
  }

  #serviceOf(resource: Resource, client: QueryClientContract) {
    return new ResourceService(resource, this.actor, client)
  }
}

/** Lines that can be carried out, and what they point to */
export type PlannedLines = { plans: Plan[]; references: References }

/** The text under which the row's own value is found. */
function canonical({ field, text }: Cell) {
  const trimmed = text.trim()
  if (/^[+-]?\d+$/.test(trimmed) && ['id', 'integer', 'bigint'].includes(field.kind)) {
    return String(BigInt(trimmed))
  }
  return field.kind === 'uuid' ? trimmed.toLowerCase() : trimmed
}

function changeOf(field: ResourceField, before: Row | undefined, after: Row): Change {
  return {
    label: field.label,
    before: before ? shownText(before, field) : '',
    after: shownText(after, field),
  }
}

/** A row of another resource is shown by its title. */
function shownText(row: Row, field: ResourceField) {
  return (field.relation && row.labels[field.relation]?.title) || textIn(row, field)
}

function textIn({ values }: Row, field: ResourceField) {
  return cellText(values[field.name], field.kind)
}
