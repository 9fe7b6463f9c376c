import { errors } from '@vinejs/vine'
import { plainSlug } from '#atrium/model/main'

import { formInput } from './form_input.ts'
import { isSameAsBase } from './base_texts.ts'
import type { Place } from './places.ts'
import type { FormPlan, InlinePlan } from './form_plan.ts'
import type { InlineTexts, RowTexts } from './row_texts.ts'

/** What is to be saved, and where its parts stand in the form */
export type FormChanges = { input: Record<string, unknown>; places: Place[] }

/** What a row is that nothing was filled into, by inline relation */
type Blanks = (plan: FormPlan) => RowTexts

/**
 * What a form asks to save: of a row that exists only what was changed since the form was opened.
 *
 * @param base what the form was filled with; without it everything on the form is saved
 * @throws E_VALIDATION_ERROR a text cannot be read, such as JSON
 */
export function formChanges(
  plan: FormPlan,
  texts: RowTexts,
  { base, zone, blanks }: { base?: RowTexts; zone: string; blanks: Blanks }
): FormChanges {
  const reading = new Reading(zone, blanks)
  const input = reading.row(plan, texts, base, [], [])

  if (reading.problems.length) throw new errors.E_VALIDATION_ERROR(reading.problems)
  return { input, places: reading.places }
}

class Reading {
  readonly places: Place[] = []
  readonly problems: { field: string; message: string; rule: string }[] = []

  constructor(
    readonly zone: string,
    readonly blanks: Blanks
  ) {}

  /** Where the row stands in the form, and where in what is saved. */
  row(
    plan: FormPlan,
    texts: RowTexts,
    base: RowTexts | undefined,
    inForm: string[],
    inInput: string[]
  ) {
    const input: Record<string, unknown> = {}

    for (const name of plan.names) {
      const text = texts.fields[name]
      if (text === undefined || (base && isSameAsBase(base.fields[name], text))) continue

      const value = this.#value(plan, name, texts, inForm, !base)
      if (value !== undefined) input[name] = value
    }
    for (const inline of plan.inlines) {
      const { name } = inline.relation
      const rows = this.#rows(inline, texts.inlines[name] ?? [], base?.inlines[name] ?? [], [
        [...inForm, name],
        [...inInput, name],
      ])
      if (rows.length) input[name] = rows
    }
    return input
  }

  #value(plan: FormPlan, name: string, texts: RowTexts, inForm: string[], isNew: boolean) {
    const field = plan.resource.fields.get(name)
    const text = texts.fields[name]
    if (!field) return text
    if (text === '' && (field.isHidden || (isNew && fillsUp(field.description)))) {
      return isNew ? slugOf(plan, name, texts) : undefined
    }

    try {
      return formInput(field, text, this.zone)
    } catch (error) {
      if (!(error instanceof errors.E_VALIDATION_ERROR)) throw error
      const path = [...inForm, name].join('.')
      this.problems.push(...error.messages.map((message: any) => ({ ...message, field: path })))
    }
  }

  #rows(inline: InlinePlan, rows: InlineTexts[], base: InlineTexts[], at: [string[], string[]]) {
    const [inForm, inInput] = at
    const changed: Record<string, unknown>[] = []

    rows.forEach((row, index) => {
      const from = [...inForm, String(index)]
      const to = [...inInput, String(changed.length)]
      const input = this.#inlineRow(inline, row, base, from, to)
      if (!input) return

      this.places.push({ inForm: from.join('.'), inInput: to.join('.') })
      changed.push(input)
    })
    return changed
  }

  #inlineRow(
    { plan, mayAdd, mayChange, mayRemove }: InlinePlan,
    row: InlineTexts,
    base: InlineTexts[],
    inForm: string[],
    inInput: string[]
  ) {
    const { key } = row
    if (key === undefined) {
      const isUntouched = row.isRemoved || isBlank(row, this.blanks(plan))
      return mayAdd && !isUntouched ? this.row(plan, row, undefined, inForm, inInput) : undefined
    }
    if (row.isRemoved) return mayRemove ? { key, $delete: true } : undefined
    if (!mayChange) return

    const known = base.find((one) => one.key === key)
    const input = this.row(plan, row, known ?? { fields: {}, inlines: {} }, inForm, inInput)
    return Object.keys(input).length ? { key, ...input } : undefined
  }
}

function fillsUp(description: { default?: unknown; kind: string; from?: string }) {
  return description.default !== undefined || (description.kind === 'slug' && description.from)
}

/** A model that makes slugs itself makes a free one. */
function slugOf({ resource }: FormPlan, name: string, texts: RowTexts) {
  const description = resource.fields.get(name)!.description
  if (description.kind !== 'slug' || !description.from || 'slugify' in resource.model) return
  return plainSlug(String(texts.fields[description.from] ?? '')) || undefined
}

function isBlank(row: InlineTexts, blank: RowTexts) {
  const hasRows = Object.values(row.inlines).some((rows) => rows.length)
  return (
    !hasRows &&
    Object.entries(row.fields).every(
      ([name, text]) => isSameAsBase(blank.fields[name], text) || isSameAsBase('', text)
    )
  )
}
