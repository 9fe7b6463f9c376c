import type { Label, ResourceRelation } from '#atrium/resource/main'

import type { AdminContext } from '../admin_context.ts'
import { chosenRelation } from './chosen_relation.ts'
import type { FormPlan } from './form_plan.ts'
import { isSameAsBase } from './base_texts.ts'
import type { RowTexts } from './row_texts.ts'

type Problem = { field: string; message: string; rule: string }
type Typed = { plan: FormPlan; name: string; texts: RowTexts; path: string[] }

/** As pickers show a row that is chosen: its title, then its key */
const WITH_KEY = /\(([^()]+)\)\s*$/

/**
 * Turns what people typed for rows of other resources into keys: a key, a title, or both as in
 * `ada (12)`. Says what is wrong with those that name no row, or several.
 */
export async function resolveReferences(
  admin: AdminContext,
  plan: FormPlan,
  texts: RowTexts,
  base: RowTexts | undefined
): Promise<Problem[]> {
  const typed = [...referencesIn(plan, texts, base, [])]
  const byRelation = Map.groupBy(typed, ({ plan: { resource }, name }) =>
    chosenRelation(resource, name)!
  )

  const problems: Problem[] = []
  for (const [relation, references] of byRelation) {
    problems.push(...(await resolveAll(admin, relation, references)))
  }
  return problems
}

function* referencesIn(
  plan: FormPlan,
  texts: RowTexts,
  base: RowTexts | undefined,
  path: string[]
): Generator<Typed> {
  for (const name of plan.names) {
    const text = texts.fields[name]
    const isTyped = text !== undefined && [text].flat().some(Boolean)
    if (isTyped && chosenRelation(plan.resource, name)) {
      if (!isSameAsBase(base?.fields[name], text)) yield { plan, name, texts, path }
    }
  }
  for (const { relation, plan: inner } of plan.inlines) {
    for (const [index, row] of (texts.inlines[relation.name] ?? []).entries()) {
      if (row.isRemoved) continue
      const known = base?.inlines[relation.name]?.find(({ key }) => key && key === row.key)
      yield* referencesIn(inner, row, known, [...path, relation.name, String(index)])
    }
  }
}

async function resolveAll(admin: AdminContext, relation: ResourceRelation, references: Typed[]) {
  const problems: Problem[] = []
  const words = references.flatMap(({ texts, name }) => [texts.fields[name]].flat())
  const keys = [...new Set(words.flatMap((word) => [word, WITH_KEY.exec(word)?.[1] ?? word]))]
  const labels = await admin.serviceOf(relation.target).labelsOf(keys)
  const known = new Map(labels.map((label) => [label.key, label]))

  for (const { plan, name, texts, path } of references) {
    const found = [texts.fields[name]]
      .flat()
      .map((word) => resolve(admin, plan, relation, word, known))
    const results = await Promise.all(found)
    const resolved = results.map(({ key }) => key)

    texts.fields[name] = Array.isArray(texts.fields[name]) ? [...new Set(resolved)] : resolved[0]
    for (const { message } of results) {
      if (message) problems.push({ field: [...path, name].join('.'), message, rule: 'reference' })
    }
  }
  return problems
}

async function resolve(
  admin: AdminContext,
  { resource }: FormPlan,
  relation: ResourceRelation,
  word: string,
  known: Map<string, Label>
): Promise<{ key: string; message?: string }> {
  const text = word.trim()
  const inside = WITH_KEY.exec(text)?.[1]
  if (known.has(text)) return { key: text }
  if (inside && known.has(inside)) return { key: inside }

  const options = await admin.serviceOf(resource).options(relation.name, { q: text, size: 20 })
  const lower = text.toLowerCase()
  const exact = options.filter(({ title }) => title.toLowerCase() === lower)
  if (exact.length === 1) return { key: exact[0].key }

  const { i18n } = admin.reader
  const { label } = relation
  const message = exact.length
    ? i18n.t('admin_form.picker.ambiguous', { text, keys: exact.map(({ key }) => key).join(', ') })
    : i18n.t('admin_form.picker.unknown', { text, label })
  return { key: text, message }
}
