import {
  ResourceService,
  type Actor,
  type Label,
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
import { madeByTitle } from './made_by_title.ts'
import { MOST_REFERENCES } from './limits.ts'
import { E_LINE_REFUSED } from './reason_of.ts'
import type { FileLine } from './file_lines.ts'
import type { ImportChoices } from './choices.ts'
import { ToldLinks, linksCell, type LinksCell } from './told_links.ts'
import type { Change, Outcome, Say } from './outcome.ts'

type Cell = { field: ResourceField; text: string }

/** A line, and the rows that it finds */
export type Plan = {
  line: FileLine
  cells: Cell[]
  links: LinksCell[]
  wanted?: string
  rows: Row[]
}

/** What spreadsheets put in place of a value that they could not work out */
const ERRORS = ['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!']

/** Rows of another resource that a line had to make first, by the relation that leads to them */
export type Made = { relation: string; label: Label }

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
    readonly say: Say
  ) {
    this.#fields = choices.columns.map((name) => (name ? resource.fields.get(name) : undefined))
    this.#match = choices.match ? resource.fields.get(choices.match) : undefined
  }

  /** Notes lines that were done before: a line that says the same row again is told from them. */
  remember(lines: FileLine[]) {
    for (const line of lines) {
      const { wanted } = this.#planOf(line)
      if (wanted && !this.#done.has(wanted)) this.#done.set(wanted, line.number)
    }
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
   * Does what a line says. Rows that it had to make first are told: they are there for the next lines if
   * this one stays.
   *
   * @throws whatever the service has against it
   */
  async carryOut(
    plan: Plan,
    references: References,
    client: QueryClientContract,
    options: WriteOptions = {}
  ): Promise<Outcome & { made?: Made[] }> {
    this.#refuseDamaged(plan)
    const reason = this.#reasonAgainst(plan)
    const { number: line } = plan.line
    if (reason) return { kind: 'skip', line, changes: [], reason }
    if (plan.wanted) this.#done.set(plan.wanted, line)

    const [row] = plan.rows
    return row
      ? this.#update(plan, row, references, client, options)
      : this.#create(plan, references, client, options)
  }

  /** What lines put into columns of the table, as far as that is known before they are done. */
  valuesOf(plans: Plan[], references: References) {
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

  #planOf(line: FileLine): Plan {
    const { columns, separator } = this.choices
    const cells = this.#fields.flatMap((field, index) =>
      field ? [{ field, text: line.cells[index] ?? '' }] : []
    )
    const links = columns.flatMap((name, index) => {
      const relation = name && !this.#fields[index] && this.resource.relations.get(name)
      return relation ? [linksCell(relation, line.cells[index] ?? '', separator)] : []
    })
    const matching = cells.find(({ field }) => field === this.#match)
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

  async #findRows(plans: Plan[], client: QueryClientContract): Promise<Map<string, Row[]>> {
    const values = plans.flatMap(({ wanted }) => (wanted ? [wanted] : []))
    if (!this.#match || !values.length) return new Map()

    const service = this.#serviceOf(this.resource, client)
    const names = this.choices.columns.filter((name) => name !== null)
    const readable = names.filter((name) => service.access.readable.has(name))
    return findRows(service, this.#match.name, values, readable)
  }

  /** @throws E_LINE_REFUSED cells stand in the wrong columns, or hold no value */
  #refuseDamaged({ line, cells }: Plan) {
    const { columns } = this.choices
    const most = columns.length
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

  async #create(
    plan: Plan,
    references: References,
    client: QueryClientContract,
    options: WriteOptions
  ): Promise<Outcome & { made?: Made[] }> {
    const service = this.#serviceOf(this.resource, client)
    const writable = service.access.writable('create')
    const given = plan.cells.filter(
      ({ text, field }) => text !== '' && (field !== this.#match || writable.has(field.name))
    )
    const links = plan.links
      .filter(({ names }) => names.length)
      .map((cell) => this.#linksOf(cell, references))
    const made = await this.#makeMissing(links, client, options)

    const input = { ...this.#inputOf(given, references), ...inputOfLinks(links) }
    const row = await service.create(input, options)
    return {
      kind: 'create',
      line: plan.line.number,
      key: row.key,
      title: row.title,
      changes: [
        ...given.map(({ field }) => changeOf(field, undefined, row)),
        ...links.map((told) => told.change()),
      ],
      made,
    }
  }

  async #update(
    plan: Plan,
    row: Row,
    references: References,
    client: QueryClientContract,
    options: WriteOptions
  ): Promise<Outcome & { made?: Made[] }> {
    const service = this.#serviceOf(this.resource, client)
    const told = plan.cells.filter((cell) => this.#isNews(cell, row))
    const line = plan.line.number
    const links = plan.links
      .filter(({ names }) => names.length || this.choices.empty === 'clear')
      .map((cell) => this.#linksOf(cell, references))
      .filter((one) => one.isNews(row.links?.[one.relation.name]))
    const { key, title, version } = row
    if (!told.length && !links.length) return { kind: 'unchanged', line, key, title, changes: [] }

    const made = await this.#makeMissing(links, client, options)
    const input = { ...this.#inputOf(told, references), ...inputOfLinks(links) }
    const after = await service.update(key, input, { ...options, version })
    const changes = [
      ...told.map(({ field }) => changeOf(field, row, after)),
      ...links.map((one) => one.change(row.links?.[one.relation.name])),
    ].filter((change) => change.before !== change.after)
    const kind = changes.length ? 'update' : 'unchanged'
    return { kind, line, key, title: after.title, changes, made }
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

  #keyOf(references: References, { label, relation }: ResourceField, text: string) {
    const [row, ...others] = references.of(relation!, text)
    if (row && !others.length) return row.key
    throw this.#noReference(row ? 'several_references' : 'no_reference', label, [text])
  }

  /** @throws E_LINE_REFUSED a name is not to be found, and none may be made for it */
  #linksOf({ relation, names }: LinksCell, references: References): ToldLinks {
    if (names.length > MOST_REFERENCES) {
      throw new E_LINE_REFUSED([
        this.say('many_references', { label: relation.label, most: MOST_REFERENCES }),
      ])
    }
    const told = new ToldLinks(relation, names, references)
    const { ambiguous, missing } = told
    if (ambiguous.length) throw this.#noReference('several_references', relation.label, ambiguous)
    if (missing.length && this.choices.unknown === 'refuse') {
      throw this.#noReference('no_reference', relation.label, missing)
    }
    return told
  }

  /** Makes the rows that were named and are not there, as whoever imports. */
  async #makeMissing(links: ToldLinks[], client: QueryClientContract, options: WriteOptions) {
    const made: Made[] = []

    for (const { relation, missing, labels } of links) {
      for (const name of missing) {
        const target = this.#serviceOf(relation.target, client)
        const title = madeByTitle(target.access)
        if (!title) throw this.#noReference('no_reference', relation.label, [name])

        const row = await target.create({ [title.name]: name }, options)
        labels.push({ key: row.key, title: this.say('made', { value: row.title }) })
        made.push({ relation: relation.name, label: { key: row.key, title: row.title } })
      }
    }
    return made
  }

  #noReference(reason: 'no_reference' | 'several_references', label: string, names: string[]) {
    return new E_LINE_REFUSED([this.say(reason, { label, value: names.join('", "') })])
  }

  #serviceOf(resource: Resource, client: QueryClientContract) {
    return new ResourceService(resource, this.actor, client)
  }
}

function inputOfLinks(links: ToldLinks[]): Record<string, string[]> {
  return Object.fromEntries(links.map(({ relation, keys }) => [relation.name, keys]))
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
