import { errors } from '@vinejs/vine'
import {
  isValidationError,
  preview,
  type PreviewedRow,
  type ResourceField,
} from '#atrium/resource/main'

import { rowName } from '../rows/row_name.ts'
import { addressOf } from '../rows/addresses.ts'
import { formPlan, type FormPlan } from '../forms/form_plan.ts'
import { typedTexts } from '../forms/typed_texts.ts'
import { formInput } from '../forms/form_input.ts'
import { ControlSheet } from '../forms/control_sheet.ts'
import { emptyTexts, type RowTexts } from '../forms/row_texts.ts'
import { resolveReferences } from '../forms/typed_references.ts'
import { formProblems, problemAt, type FormProblem } from '../forms/form_problems.ts'
import type { OpenSelection } from './open_selection.ts'

/** Kinds of which each row has its own value, or which are no text */
const NOT_TOGETHER = ['file', 'image', 'binary', 'slug']

/**
 * The same changes for many rows: which fields, and what is typed into them.
 */
export class BulkEdit {
  readonly plan: FormPlan
  texts: RowTexts = emptyTexts()
  problems: FormProblem[] = []

  constructor(readonly opened: OpenSelection) {
    const plan = formPlan(opened.admin, opened.resource, 'update')
    const names = plan.names.filter((name) => isTogether(plan.resource.fields.get(name)))
    this.plan = { ...plan, names, fixed: [], inlines: [] }
  }

  /** Takes in what was sent: of the fields that are ticked. */
  take(body: Record<string, unknown>) {
    const ticked = [body._change ?? []].flat()
    const typed = typedTexts(this.plan, body)
    const names = this.plan.names.filter((name) => ticked.includes(name))
    this.texts = { ...typed, fields: pick(typed.fields, names) }
  }

  /** The names of the fields that are to be changed. */
  get names() {
    return Object.keys(this.texts.fields)
  }

  /**
   * What is to be changed, as the service takes it.
   *
   * @throws E_VALIDATION_ERROR
   */
  async changes(): Promise<Record<string, unknown>> {
    const { admin } = this.opened
    const texts: RowTexts = { ...this.texts, fields: { ...this.texts.fields } }
    const problems = await resolveReferences(admin, this.plan, texts, undefined)
    if (problems.length) throw new errors.E_VALIDATION_ERROR(problems)

    return Object.fromEntries(
      Object.entries(texts.fields).map(([name, text]) => {
        const field = this.plan.resource.fields.get(name)
        return [name, field ? formInput(field, text, admin.reader.zone) : text]
      })
    )
  }

  /** Notes what is wrong with the fields. What is no answer is thrown on. */
  note(error: unknown) {
    if (!isValidationError(error)) throw error
    this.problems = formProblems(this.plan, this.opened.admin.phrases.translate(error))
  }

  /** A control for each field, and whether it is ticked. */
  async controls() {
    const sheet = new ControlSheet(this.opened.admin)
    const items = this.plan.names.map((name) => ({
      name,
      isTicked: this.names.includes(name),
      control: sheet.add({
        name,
        resource: this.plan.resource,
        action: 'update',
        text: this.texts.fields[name] ?? '',
        problem: problemAt(this.problems, [name]),
      }),
    }))
    await sheet.complete()

    // Fields that are not ticked stay empty, so none of them may be required by the browser.
    for (const { control } of items) control.isRequired = false
    return items
  }

  /** Some rows before and after. */
  async sample() {
    const { context, selection, admin } = this.opened
    const rows = await preview(context, selection, await this.changes())
    const shown = (row: PreviewedRow['before'], field: ResourceField) =>
      field.relation && row.labels[field.relation]
        ? { look: 'text' as const, text: row.labels[field.relation]!.title }
        : admin.present(field, row.values[field.name], { mode: 'cell' })

    const fields = this.names.flatMap((name) => this.plan.resource.fields.get(name) ?? [])
    return rows.map(({ key, title, before, after, problem }) => ({
      title: rowName(this.plan.resource, { key, title }),
      problem: problem && admin.phrases.say(problem),
      href: addressOf(this.plan.resource, key),
      changes: fields.map((field) => ({
        label: field.label,
        before: shown(before, field),
        after: after && shown(after, field),
      })),
    }))
  }
}

function isTogether(field: ResourceField | undefined) {
  if (!field) return true
  return !field.description.unique && !NOT_TOGETHER.includes(field.description.kind)
}

function pick<Value>(values: Record<string, Value>, names: string[]): Record<string, Value> {
  return Object.fromEntries(
    names.filter((name) => name in values).map((name) => [name, values[name]])
  )
}
