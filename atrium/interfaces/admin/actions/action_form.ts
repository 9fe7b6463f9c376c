import type { FieldDescription, FieldKind } from '#atrium/model/main'
import {
  choicesOf,
  isValidationError,
  wordsOf,
  type Action,
  type Resource,
  type ResourceField,
} from '#atrium/resource/main'

import { labelled } from '../forms/labelled.ts'
import { formInput } from '../forms/form_input.ts'
import { ControlSheet } from '../forms/control_sheet.ts'
import type { Control } from '../forms/control.ts'
import type { FormText } from '../forms/form_text.ts'
import type { AdminContext } from '../admin_context.ts'

/** Rows of another resource that are offered to choose from: of more the key is typed */
const FEW = 50

type Declared = NonNullable<Action['form']>[string]

/**
 * The form that an action shows before it runs.
 */
export class ActionForm {
  readonly #fields: Map<string, ResourceField>
  texts: Record<string, FormText> = {}
  problems: Record<string, string> = {}

  constructor(
    protected admin: AdminContext,
    protected resource: Resource,
    { form = {} }: Action
  ) {
    this.#fields = new Map(
      Object.entries(form).map(([name, declared]) => [name, fieldOf(name, declared)])
    )
    for (const [name, { description }] of this.#fields) {
      if ('default' in description) this.texts[name] = textOf(description.default)
    }
  }

  /** Takes in what was sent. */
  take(body: Record<string, unknown>) {
    for (const name of this.#fields.keys()) {
      const sent = body[name]
      this.texts[name] = Array.isArray(sent) ? sent.map(String) : textOf(sent)
    }
  }

  /** What was typed, as the service takes it. */
  get input(): Record<string, unknown> {
    return Object.fromEntries(
      [...this.#fields].map(([name, field]) => {
        const isMany = field.description.kind === 'array'
        const text = isMany ? this.texts[name] : ([this.texts[name]].flat().at(-1) ?? '')
        return [name, formInput(field, text ?? '', this.admin.reader.zone)]
      })
    )
  }

  /** Notes what is wrong with it, by field. What is no answer is thrown on. */
  note(error: unknown) {
    if (!isValidationError(error)) throw error

    for (const { field, message } of this.admin.phrases.translate(error).messages) {
      const label = this.#fields.get(field)?.label ?? wordsOf(field)
      this.problems[field] = labelled(label, message)
    }
  }

  /** A control for each field. */
  async controls(): Promise<Control[]> {
    const sheet = new ControlSheet(this.admin)
    const form = { name: this.resource.name, fields: this.#fields, relations: new Map() }
    const controls = [...this.#fields.keys()].map((name) =>
      sheet.add({
        name,
        resource: form as unknown as Resource,
        action: 'create',
        text: this.texts[name] ?? '',
        problem: this.problems[name],
      })
    )
    await Promise.all(controls.map((control) => this.#offerRows(control)))
    return controls
  }

  /** A field that holds a row's key offers the rows, when there are few. */
  async #offerRows(control: Control) {
    const { description } = this.#fields.get(control.name) ?? {}
    const target =
      description?.kind === 'foreignKey' && this.admin.resources.of(description.model())
    if (!target) return

    const service = this.admin.serviceOf(target)
    if (!service.access.may('list')) return

    const { rows } = await service.list({ fields: [], size: FEW + 1 })
    if (rows.length > FEW) return
    control.widget = 'choice'
    control.options = rows.map(({ key, title }) => ({
      value: key,
      label: title,
      isChosen: control.text === key,
    }))
  }
}

/** A field of a form is presented as one of a model is. */
function fieldOf(name: string, declared: Declared): ResourceField {
  const description = { ...declared, name, columnName: name } as FieldDescription

  return {
    name,
    description,
    column: name,
    kind: declared.kind as FieldKind,
    label: declared.label ?? wordsOf(name),
    help: declared.help,
    isKey: false,
    nullable: Boolean(declared.nullable),
    isHidden: false,
    isSettable: true,
    choices: choicesOf(description),
  }
}

function textOf(value: unknown) {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value)
}
