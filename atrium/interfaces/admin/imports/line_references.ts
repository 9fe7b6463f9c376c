import type { Label, ResourceField, WriteOptions } from '#atrium/resource/main'

import type { Say } from './outcome.ts'
import { madeByTitle } from './made_by_title.ts'
import { MOST_REFERENCES } from './limits.ts'
import { E_LINE_REFUSED } from './reason_of.ts'
import type { ServiceOf } from './line_planner.ts'
import type { References } from './references.ts'
import type { ImportChoices } from './choices.ts'
import { ToldLinks, type LinksCell } from './told_links.ts'

/** A row of another resource that a line had to make first, by the relation that leads to it */
export type Made = { relation: string; label: Label }

/**
 * The rows of other resources that a line names; names that no row has are refused, or a row is made.
 */
export class LineReferences {
  constructor(
    protected references: References,
    protected choices: ImportChoices,
    protected say: Say
  ) {}

  /** @throws E_LINE_REFUSED */
  keyOf({ label, relation }: ResourceField, text: string): string {
    const [row, ...others] = this.references.of(relation!, text)
    if (row && !others.length) return row.key
    throw this.#refusal(row ? 'several_references' : 'no_reference', label, [text])
  }

  /** @throws E_LINE_REFUSED a name is not to be found, and none may be made for it */
  linksOf({ relation, names }: LinksCell): ToldLinks {
    const { label } = relation
    if (names.length > MOST_REFERENCES) {
      throw new E_LINE_REFUSED([this.say('many_references', { label, most: MOST_REFERENCES })])
    }
    const told = new ToldLinks(relation, names, this.references)
    const { ambiguous, missing } = told
    if (ambiguous.length) throw this.#refusal('several_references', label, ambiguous)
    if (missing.length && this.choices.unknown === 'refuse') {
      throw this.#refusal('no_reference', label, missing)
    }
    return told
  }

  /**
   * Makes the rows that were named and are not there, as whoever imports.
   *
   * @throws E_LINE_REFUSED, and whatever the service has against it
   */
  async make(links: ToldLinks[], serviceOf: ServiceOf, options: WriteOptions): Promise<Made[]> {
    const made: Made[] = []

    for (const { relation, missing, labels } of links) {
      for (const name of missing) {
        const target = serviceOf(relation.target)
        const title = madeByTitle(target.access)
        if (!title) throw this.#refusal('no_reference', relation.label, [name])

        const row = await target.create({ [title.name]: name }, options)
        labels.push({ key: row.key, title: this.say('made', { value: row.title }) })
        made.push({ relation: relation.name, label: { key: row.key, title: row.title } })
      }
    }
    return made
  }

  #refusal(reason: 'no_reference' | 'several_references', label: string, names: string[]) {
    return new E_LINE_REFUSED([this.say(reason, { label, value: names.join('", "') })])
  }
}
