import { errors } from '@vinejs/vine'
import { IANAZone } from 'luxon'
import type { Resource, Row } from '#atrium/resource/main'

import type { AdminContext } from '../admin_context.ts'
import { type FormPlan, formPlan } from './form_plan.ts'
import { type FormChanges, formChanges } from './form_changes.ts'
import { copiedTexts, startingTexts } from './starting_texts.ts'
import { type RowTexts, emptyTexts, overlaid } from './row_texts.ts'
import { readBase } from './base_texts.ts'
import { resolveReferences } from './typed_references.ts'
import { storedTexts } from './stored_texts.ts'
import { typedTexts } from './typed_texts.ts'

type Body = Record<string, unknown>

/**
 * The form of a new row, or of one that exists: what it shows, what was typed into it, and what of that
 * is to be saved.
 */
export class RowForm {
  readonly plan: FormPlan
  texts: RowTexts = emptyTexts()

  /** What the row holds by now */
  stored?: RowTexts

  /** What the form was filled with when it was opened */
  base?: RowTexts

  /** The version of the row at that time */
  version?: string
  row?: Row

  /** Names of relations with too many rows for a form */
  readonly beyond = new Set<string>()

  /** The reader's, unless the form was opened with another one */
  zone: string

  private constructor(
    readonly admin: AdminContext,
    readonly resource: Resource,
    action: 'create' | 'update'
  ) {
    this.plan = formPlan(admin, resource, action)
    this.zone = admin.reader.zone
  }

  /** A form to make a row with. `query` may say what it begins with. */
  static forNew(admin: AdminContext, query: Body = {}) {
    const form = new RowForm(admin, admin.resource, 'create')
    form.texts = startingTexts(admin, form.plan, query)
    return form
  }

  /** A form to make a row with that is like another one. */
  static async forCopy(admin: AdminContext, original: Row) {
    const form = new RowForm(admin, admin.resource, 'create')
    form.texts = await copiedTexts(admin, form.plan, original)
    return form
  }

  /** A form to change a row with. */
  static async forRow(admin: AdminContext, row: Row) {
    const form = new RowForm(admin, admin.resource, 'update')
    form.row = row
    form.stored = await storedTexts(admin, form.plan, row, form.beyond)
    form.texts = form.stored
    form.base = form.stored
    form.version = row.version
    return form
  }

  /** Takes in what was sent, over what the form had before. */
  take(body: Body) {
    const kept = typeof body._zone === 'string' ? body._zone : ''
    if (IANAZone.isValidZone(kept)) this.zone = kept

    this.texts = overlaid(this.texts, typedTexts(this.plan, body))
    this.base = this.row && (readBase(body._base) ?? this.base)
    if (this.row && typeof body._version === 'string') this.version = body._version
  }

  /**
   * What is to be saved.
   *
   * @throws E_VALIDATION_ERROR what was typed cannot be read, or names no row
   */
  async changes(): Promise<FormChanges> {
    const problems = await resolveReferences(this.admin, this.plan, this.texts, this.base)
    if (problems.length) throw new errors.E_VALIDATION_ERROR(problems)

    return formChanges(this.plan, this.texts, {
      base: this.row && this.base,
      zone: this.zone,
      blanks: (plan) => startingTexts(this.admin, plan),
    })
  }

  /** Another row for an inline relation, as the button without a script asks for it. */
  addInline(name: string) {
    const inline = this.plan.inlines.find(({ relation }) => relation.name === name)
    if (!inline?.mayAdd) return

    const rows = this.texts.inlines[name] ?? []
    this.texts.inlines[name] = [...rows, startingTexts(this.admin, inline.plan)]
  }
}
