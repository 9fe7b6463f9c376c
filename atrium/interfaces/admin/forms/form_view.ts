import { addressOf, listAddressOf } from '../rows/addresses.ts'
import { type Control, idOf, inputNameOf } from './control.ts'
import { ControlSheet } from './control_sheet.ts'
import type { FormPlan, InlinePlan } from './form_plan.ts'
import { INLINE_ROWS, beyondOf } from './stored_texts.ts'
import { type InlineTexts, type RowTexts, emptyTexts } from './row_texts.ts'
import { type FormProblem, problemAt } from './form_problems.ts'
import { startingTexts } from './starting_texts.ts'
import type { RowForm } from './row_form.ts'
import { PASSWORD } from '../own_password.ts'
import { mayGiveAccess } from '../gives_access.ts'
import { writeBase } from './base_texts.ts'

/** In the names of the row that scripts copy to make new ones */
const NEW_ROW = '__row__'

export type FormItem = { control: Control } | { inline: InlineView }
export type FormView = {
  tabs: { id: string; label?: string; hasProblem: boolean; sections: SectionView[] }[]

  /** Travels with the form */
  hidden: { name: string; value: string }[]
  isMultipart: boolean
  isEmpty: boolean

  /** The password of whoever fills it in, where something that gives access can be changed */
  password?: { name: string; id: string; problem?: string }
  problems: { id: string; label: string; message: string }[]
}
type SectionView = { label?: string; help?: string; columns: number; items: FormItem[] }

export type InlineView = {
  name: string
  id: string
  label: string
  itemLabel: string
  look: 'table' | 'stacked'
  heads: { label: string; help?: string }[]
  rows: InlineRowView[]

  /** Copied by scripts for a new row; none where the actor may add none */
  blank?: InlineRowView
  mayRemove: boolean
  order?: string

  /** Where all rows are, when the form has not got them all */
  moreAddress?: string
  shown: number
  problem?: string
}
export type InlineRowView = {
  key?: string
  id: string
  inputName: string
  number: number
  isRemoved: boolean
  controls: Control[]
  inlines: InlineView[]
  problem?: string
}

/**
 * All that the template of a form shows. What is wrong stands beside its field and in the summary.
 */
export async function formView(form: RowForm, problems: FormProblem[] = []): Promise<FormView> {
  return new Drawing(form, problems).view()
}

class Drawing {
  readonly #sheet: ControlSheet

  constructor(
    readonly form: RowForm,
    readonly problems: FormProblem[]
  ) {
    this.#sheet = new ControlSheet(form.admin)
  }

  async view(): Promise<FormView> {
    const { plan } = this.form
    const tabs = plan.tabs.map(({ label, sections }, index) => ({
      id: `tab-${index + 1}`,
      label,
      sections: sections
        .map(({ names, ...section }) => ({ ...section, items: this.#items(names) }))
        .filter(({ items }) => items.length),
    }))
    await this.#sheet.complete()

    const shown = tabs.filter(({ sections }) => sections.length)
    return {
      tabs: shown.map((tab) => ({ ...tab, hasProblem: tab.sections.some(hasProblem) })),
      hidden: this.#hidden(),
      isMultipart: this.#hasFiles(),
      isEmpty: shown.length === 0,
      password: this.#password(),
      problems: this.problems.map(({ field, label, message }) => ({
        label,
        message,
        id: field ? idOf(field.split('.')) : 'row-form',
      })),
    }
  }

  #items(names: string[]): FormItem[] {
    return names.flatMap((name): FormItem[] => {
      const { plan, texts } = this.form
      const inline = plan.inlines.find(({ relation }) => relation.name === name)
      if (inline) return [{ inline: this.#inline(plan, inline, texts, []) }]

      const control = this.#control(plan, texts, name, [], false)
      return control ? [{ control }] : []
    })
  }

  #control(plan: FormPlan, texts: RowTexts, name: string, path: string[], hideLabel: boolean) {
    const isFixed = plan.fixed.includes(name)
    const isBeyond = this.form.beyond.has(beyondOf(plan, name))
    if ((!isFixed && !plan.names.includes(name)) || isBeyond) return

    const control = this.#sheet.add({
      name,
      path,
      hideLabel,
      resource: plan.resource,
      action: plan.action,
      zone: this.form.zone,
      text: texts.fields[name] ?? '',
      problem: problemAt(this.problems, [...path, name]),
    })
    if (hideLabel) control.help = undefined
    if (control.widget === 'file' || control.widget === 'image') this.#addFile(control, name)
    return isFixed ? this.#fixed(control, plan, name) : control
  }

  /** What may only be looked at is printed as on the page of the row. */
  #fixed(control: Control, { resource }: FormPlan, name: string): Control {
    const { admin, row } = this.form
    const shown = admin.present(resource.fields.get(name)!, row?.values[name])
    return { ...control, widget: 'fixed', text: 'text' in shown ? shown.text : '' }
  }

  #addFile(control: Control, name: string) {
    const { row, resource } = this.form
    const stored = row?.values[name]
    if (typeof stored !== 'string' || stored === '') return

    control.file = {
      name: stored.split('/').at(-1)!,
      address: `${addressOf(resource, row!.key)}/files/${name}`,
    }
  }

  #inline(plan: FormPlan, inline: InlinePlan, texts: RowTexts, path: string[]): InlineView {
    const { relation, plan: inner, mayAdd, mayRemove } = inline
    const at = [...path, relation.name]
    const rows = texts.inlines[relation.name] ?? []
    const look = relation.inline!.look ?? (inner.inlines.length ? 'stacked' : 'table')
    const isFull = relation.type === 'hasOne' && rows.length > 0
    const draw = (row: InlineTexts, place: string, number: number) =>
      this.#inlineRow(inner, row, [...at, place], number, look === 'table')

    return {
      name: inputNameOf(at),
      id: idOf(at),
      label: relation.label,
      itemLabel: relation.target.label,
      look,
      mayRemove,
      heads: [...inner.names, ...inner.fixed].map((name) => headOf(inner, name)),
      rows: rows.map((row, index) => draw(row, String(index), index + 1)),
      blank:
        mayAdd && !isFull
          ? draw({ ...emptyTexts(), ...startingTexts(this.form.admin, inner) }, NEW_ROW, 0)
          : undefined,
      order: relation.inline!.order,
      moreAddress: this.form.beyond.has(beyondOf(plan, relation.name))
        ? listAddressOf(relation, this.form.row!.key)
        : undefined,
      shown: INLINE_ROWS,
      problem: problemAt(this.problems, at),
    }
  }

  #inlineRow(
    plan: FormPlan,
    row: InlineTexts,
    path: string[],
    number: number,
    hideLabel: boolean
  ): InlineRowView {
    return {
      key: row.key,
      number,
      id: idOf(path),
      inputName: inputNameOf(path),
      isRemoved: row.isRemoved ?? false,
      controls: [...plan.names, ...plan.fixed]
        .map((name) => this.#control(plan, row, name, path, hideLabel))
        .filter((control) => control !== undefined),
      inlines: plan.inlines.map((inline) => this.#inline(plan, inline, row, path)),
      problem: problemAt(this.problems, [...path, 'key']) ?? problemAt(this.problems, path),
    }
  }

  #hidden() {
    const { base, version, zone, row } = this.form
    const known = row
      ? { _version: version ?? row.version, _base: base && writeBase(base), _zone: zone }
      : { _zone: zone }
    return Object.entries(known).map(([name, value]) => ({ name, value: value ?? '' }))
  }

  #password() {
    const { admin, plan } = this.form
    if (!admin.actor.user || !mayGiveAccess(plan)) return
    return { name: PASSWORD, id: idOf([PASSWORD]), problem: problemAt(this.problems, [PASSWORD]) }
  }

  #hasFiles() {
    const { plan, resource } = this.form
    return plan.names.some((name) =>
      ['file', 'image'].includes(resource.fields.get(name)?.description.kind ?? '')
    )
  }
}

function hasProblem({ items }: SectionView) {
  return items.some((item) =>
    'control' in item ? item.control.problem !== undefined : hasInlineProblem(item.inline)
  )
}

function hasInlineProblem({ rows, problem }: InlineView): boolean {
  return (
    problem !== undefined ||
    rows.some(
      (row) =>
        row.problem || row.controls.some((one) => one.problem) || row.inlines.some(hasInlineProblem)
    )
  )
}

function headOf({ resource }: FormPlan, name: string) {
  const { label, help } = resource.fields.get(name) ?? { label: resource.relation(name).label }
  return { label, help }
}
