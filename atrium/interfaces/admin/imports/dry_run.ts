import type { Actor, Resource } from '#atrium/resource/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

import { Importer } from './importer.ts'
import { OpenFile } from './open_file.ts'
import { reasonOf } from './reason_of.ts'
import type { FileLine } from './file_lines.ts'
import type { ImportChoices } from './choices.ts'
import type { Outcome, OutcomeKind, Say } from './outcome.ts'

/** Outcomes that are shown one by one */
const SHOWN = 100

/** Lines that are tried together, and for how long, in milliseconds */
const TOGETHER = 100
const BUDGET = 8_000

/**
 * What an import would do.
 */
export type DryRun = {
  counts: Record<OutcomeKind, number>

  /** Lines that something would happen to, the first ones: those that are refused before others */
  shown: Outcome[]
  tried: number

  /** Whether that were all lines of the file */
  isWhole: boolean
}

/** What is imported, by whom and how */
export type Order = {
  resource: Resource
  actor: Actor
  content: Buffer
  choices: ImportChoices
  say: Say
}

/**
 * Does an import and takes it back: in one transaction that is rolled back, so that all rules have had
 * their say and nothing has changed. Of a long file as many lines are tried as there is time for.
 *
 * @throws E_UNREADABLE_FILE
 */
export async function dryRun({ resource, actor, content, choices, say }: Order): Promise<DryRun> {
  const file = await OpenFile.of(content)
  const trx = await resource.model.query().client.transaction()
  const until = Date.now() + BUDGET

  try {
    const trial = new Trial(resource, new Importer(resource, actor, choices, say), trx)
    let lines = await file.next(TOGETHER)

    while (lines.length && Date.now() < until) {
      await trial.take(lines)
      lines = await file.next(TOGETHER)
    }
    return trial.result(lines.length === 0)
  } finally {
    await trx.rollback()
    await file.close()
  }
}

class Trial {
  readonly #counts = { create: 0, update: 0, unchanged: 0, skip: 0, refuse: 0 }
  readonly #refused: Outcome[] = []
  readonly #others: Outcome[] = []
  #tried = 0

  constructor(
    protected resource: Resource,
    protected importer: Importer,
    protected trx: TransactionClientContract
  ) {}

  async take(lines: FileLine[]) {
    const { plans, references } = await this.importer.plan(lines, this.trx)

    for (const plan of plans) {
      try {
        this.#note(await this.importer.carryOut(plan, references, this.trx))
      } catch (error) {
        const [row] = plan.rows
        const reason = reasonOf(error, this.resource)
        const { number: line } = plan.line
        this.#note({ kind: 'refuse', line, key: row?.key, title: row?.title, changes: [], reason })
      }
    }
  }

  #note(outcome: Outcome) {
    this.#tried++
    this.#counts[outcome.kind]++

    const shown = outcome.kind === 'refuse' ? this.#refused : this.#others
    if (outcome.kind !== 'unchanged' && shown.length < SHOWN) shown.push(outcome)
  }

  result(isWhole: boolean): DryRun {
    const shown = [...this.#refused, ...this.#others].slice(0, SHOWN)
    return { counts: this.#counts, shown, tried: this.#tried, isWhole }
  }
}
