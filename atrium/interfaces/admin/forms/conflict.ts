import { addressOf } from '../rows/addresses.ts'
import { inputNameOf } from './control.ts'
import type { RowForm } from './row_form.ts'
import type { FormPlan } from './form_plan.ts'
import type { FormText } from './form_text.ts'
import type { RowTexts } from './row_texts.ts'
import { writeBase } from './base_texts.ts'
import { chosenRelation } from './chosen_relation.ts'
import { type MergedField, mergeTexts, mergedTexts } from './form_merge.ts'

/**
 * What a page shows when a row was saved by somebody else while its form was open.
 */
export type Conflict = {
  title: string
  label: string
  address: string
  clashing: ConflictField[]
  merged: ConflictField[]

  /** Inline relations that were changed, with nothing of them in question */
  inlines: string[]

  /** What was typed, to be sent again */
  hidden: { name: string; value: string }[]
}

type ConflictField = MergedField & { label: string; shown: Record<Side, string | undefined> }
type Side = 'base' | 'mine' | 'theirs'
type Body = Record<string, unknown>
type Kept = Record<string, 'mine' | 'theirs'>

/**
 * Compares a form with the row as it is by now. When nobody else touched what the form has, it goes on
 * with the row's new version. When the choices were made, they are put into the form. Otherwise says
 * what is to be chosen.
 */
export async function resolveConflict(form: RowForm, body: Body): Promise<Conflict | undefined> {
  const { base, row, stored, plan } = form
  if (!row || !base || !stored) return

  form.version = row.version
  const fields = mergeTexts(plan, base, form.texts, stored)
  const isTouched = fields.some(({ isMine, isClash }) => !isMine || isClash)
  if (!isTouched) return

  const kept = keptIn(body)
  const isDecided = fields.every(({ isClash, path }) => !isClash || kept[path])
  if (!isDecided || body._seen !== row.version) return conflictOf(form, fields)

  form.texts = mergedTexts(fields, form.texts, kept)
  form.base = stored
}

function keptIn(body: Body): Kept {
  const kept = typeof body._keep === 'object' && body._keep !== null ? body._keep : {}
  return Object.fromEntries(
    Object.entries(kept).filter(([, side]) => side === 'mine' || side === 'theirs')
  )
}

async function conflictOf(form: RowForm, fields: MergedField[]): Promise<Conflict> {
  const { row, resource, plan, texts, base } = form
  const titles = await titlesOf(form, fields)
  const described = fields.map((field) => ({
    ...field,
    label: labelOf(field),
    shown: shownSides(form, field, titles),
  }))

  return {
    title: row!.title,
    label: resource.label,
    address: addressOf(resource, row!.key),
    clashing: described.filter(({ isClash }) => isClash),
    merged: described.filter(({ isClash }) => !isClash),
    inlines: plan.inlines
      .filter(({ relation: { name } }) => hasOtherChanges(texts, name))
      .map(({ relation }) => relation.label),
    hidden: [
      { name: '_seen', value: row!.version },
      { name: '_base', value: writeBase(base!) },
      { name: '_zone', value: form.zone },
      ...typedInputs(plan, texts, []),
    ],
  }
}

/** New rows, and rows that are to go. */
function hasOtherChanges({ inlines }: RowTexts, name: string) {
  return (inlines[name] ?? []).some(({ key, isRemoved }) => key === undefined || isRemoved)
}

function labelOf({ plan, name, path }: MergedField) {
  const { fields, relations } = plan.resource
  const own = (fields.get(name) ?? relations.get(name))!.label
  const [, key] = path.split('/')
  return key === undefined ? own : `${plan.resource.label} ${key}: ${own}`
}

/** What the chosen rows are called on either side, by resource and key. */
async function titlesOf({ admin }: RowForm, fields: MergedField[]) {
  const titles = new Map<string, string>()
  const byTarget = Map.groupBy(
    fields,
    ({ plan, name }) => chosenRelation(plan.resource, name)?.target
  )

  for (const [target, chosen] of byTarget) {
    if (!target) continue
    const keys = chosen.flatMap(({ base, mine, theirs }) => [base ?? [], mine, theirs].flat())
    const labels = await admin.serviceOf(target).labelsOf([...new Set(keys.filter(Boolean))])
    for (const { key, title } of labels) titles.set(`${target.name}/${key}`, title)
  }
  return titles
}

function shownSides(
  { admin }: RowForm,
  { plan, name, base, mine, theirs }: MergedField,
  titles: Map<string, string>
) {
  const field = plan.resource.fields.get(name)
  const target = chosenRelation(plan.resource, name)?.target
  const { i18n } = admin.reader
  const titleOf = (key: string) => (target && titles.get(`${target.name}/${key}`)) ?? key

  const show = (text: FormText | undefined) => {
    const single = text && [text].flat().map(titleOf).join(', ')
    if (field?.kind === 'boolean' && single) {
      return i18n.t(`admin.value.${single === '1' ? 'yes' : 'no'}`)
    }
    const choice = field?.choices?.find(({ value }) => String(value) === single)
    return choice?.label ?? single
  }
  return { base: show(base), mine: show(mine), theirs: show(theirs) }
}

function typedInputs(
  plan: FormPlan,
  { fields, inlines }: RowTexts,
  path: string[]
): Conflict['hidden'] {
  const own = plan.names.flatMap((name) => {
    const text = fields[name]
    if (text === undefined) return []
    const input = inputNameOf([...path, name])
    if (typeof text === 'string') return [{ name: input, value: text }]
    return ['', ...text].map((value) => ({ name: `${input}[]`, value }))
  })
  const rows = plan.inlines.flatMap(({ relation, plan: inner }) =>
    (inlines[relation.name] ?? []).flatMap((row, index) => {
      const at = [...path, relation.name, String(index)]
      return [
        ...(row.key ? [{ name: inputNameOf([...at, '_key']), value: row.key }] : []),
        ...(row.isRemoved ? [{ name: inputNameOf([...at, '_remove']), value: '1' }] : []),
        ...typedInputs(inner, row, at),
      ]
    })
  )
  return [...own, ...rows]
}
