import {
  ResourceService,
  type Actor,
  type Resource,
  type ResourceField,
  type Row,
  type WriteOptions,
} from '#atrium/resource/main'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

import { cellValue } from './cell_value.ts'
import { changeOf, textIn } from './changes.ts'
import { E_LINE_REFUSED } from './reason_of.ts'
import type { FileLine } from './file_lines.ts'
import type { ToldLinks } from './told_links.ts'
import type { Outcome, Say } from './outcome.ts'
import type { References } from './references.ts'
import type { ImportChoices } from './choices.ts'
import { LineReferences, type Made } from './line_references.ts'
import { LinePlanner, type Cell, type Plan, type ServiceOf } from './line_planner.ts'

/** What spreadsheets put in place of a value that they could not work out */
const ERRORS = ['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!']

/** What a line is done with */
type Means = { line: LineReferences; serviceOf: ServiceOf; options: WriteOptions }

/** What became of a line. What it had to make is there for the next lines, if this one stays */
type Done = Outcome & { made?: Made[] }

/**
 * Does with the lines of a file what was chosen: through the service of the resource, as whoever imports,
 * so that policy, rules and history are those of a form.
 */
export class Importer {
  readonly #planner: LinePlanner
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
    readonly say: Say
  ) {
    this.#planner = new LinePlanner(resource, choices)
    this.#match = this.#planner.match
  }

  /** Notes lines that were done before: a line that says the same row again is told from them. */
  remember(lines: FileLine[]) {
    for (const line of lines) {
      const { wanted } = this.#planner.planOf(line)
      if (wanted && !this.#done.has(wanted)) this.#done.set(wanted, line.number)
    }
  }

  /** Looks up all that some lines name, before they are carried out. */
  plan(lines: FileLine[], client: QueryClientContract) {
    return this.#planner.plan(lines, this.#servicesOn(client))
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
  ): Promise<Done> {
    this.#refuseDamaged(plan)
    const reason = this.#reasonAgainst(plan)
    const { number: line } = plan.line
    if (reason) return { kind: 'skip', line, changes: [], reason }
    if (plan.wanted) this.#done.set(plan.wanted, line)

    const means = {
      line: new LineReferences(references, this.choices, this.say),
      serviceOf: this.#servicesOn(client),
      options,
    }
    const [row] = plan.rows
    return row ? this.#update(plan, row, means) : this.#create(plan, means)
  }

  /** @throws E_LINE_REFUSED cells stand in the wrong columns, or hold no value */
  #refuseDamaged({ line, cells }: Plan) {
    const most = this.choices.columns.length
    if (line.cells.slice(most).some((cell) => cell.trim() !== '')) {
      throw new E_LINE_REFUSED([this.say('many_cells', { most })])
    }
    const broken = cells.find(({ text }) => ERRORS.includes(text.trim()))
    if (broken) {
      const { field, text: value } = broken
      throw new E_LINE_REFUSED([this.say('error_value', { label: field.label, value })])
    }
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

  async #create(plan: Plan, { line, serviceOf, options }: Means): Promise<Done> {
    const service = serviceOf(this.resource)
    const writable = service.access.writable('create')
    const given = plan.cells.filter(
      ({ text, field }) => text !== '' && (field !== this.#match || writable.has(field.name))
    )
    const named = plan.links.filter(({ names }) => names.length)
    const links = named.map((cell) => line.linksOf(cell))

    const made = await line.make(links, serviceOf, options)
    const row = await service.create(inputOf(given, links, line), options)
    const changes = [
      ...given.map(({ field }) => changeOf(field, undefined, row)),
      ...links.map((told) => told.change()),
    ]
    const { key, title } = row
    return { kind: 'create', line: plan.line.number, key, title, changes, made }
  }

  async #update(plan: Plan, row: Row, { line, serviceOf, options }: Means): Promise<Done> {
    const { key, title, version } = row
    const linked = ({ relation }: ToldLinks) => row.links?.[relation.name]
    const told = plan.cells.filter((cell) => this.#isNews(cell, row))
    const links = plan.links
      .filter(({ names }) => names.length || this.choices.empty === 'clear')
      .map((cell) => line.linksOf(cell))
      .filter((one) => one.isNews(linked(one)))
    const { number } = plan.line
    if (!told.length && !links.length) {
      return { kind: 'unchanged', line: number, key, title, changes: [] }
    }

    const made = await line.make(links, serviceOf, options)
    const input = inputOf(told, links, line)
    const after = await serviceOf(this.resource).update(key, input, { ...options, version })
    const changes = [
      ...told.map(({ field }) => changeOf(field, row, after)),
      ...links.map((one) => one.change(linked(one))),
    ].filter((change) => change.before !== change.after)
    const kind = changes.length ? 'update' : 'unchanged'
    return { kind, line: number, key, title: after.title, changes, made }
  }

  /** Whether a cell says something that the row does not hold already. */
  #isNews({ field, text }: Cell, row: Row) {
    if (field === this.#match || (text === '' && this.choices.empty === 'keep')) return false
    return !(field.name in row.values && textIn(row, field) === text)
  }

  #servicesOn(client: QueryClientContract): ServiceOf {
    return (resource) => new ResourceService(resource, this.actor, client)
  }
}

function inputOf(cells: Cell[], links: ToldLinks[], line: LineReferences): Record<string, unknown> {
  const fields = cells.map(({ field, text }) => {
    const isReference = field.relation && text.trim() !== ''
    return [field.name, isReference ? line.keyOf(field, text.trim()) : cellValue(field, text)]
  })
  const keys = links.map(({ relation, keys: linked }) => [relation.name, linked])
  return Object.fromEntries([...fields, ...keys])
}
