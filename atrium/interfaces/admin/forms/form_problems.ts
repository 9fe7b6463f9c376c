import type { Problem } from '#atrium/resource/main'

import { labelled } from './labelled.ts'
import { type Place, toForm } from './places.ts'
import type { FormPlan } from './form_plan.ts'

/** What is wrong with one field of a form; with the whole when it names none */
export type FormProblem = { field: string; label: string; message: string }

/**
 * What a refused save says, at the places of the form, in sentences.
 */
export function formProblems(
  plan: FormPlan,
  error: { messages: Pick<Problem, 'field' | 'message'>[] },
  places: Place[] = []
): FormProblem[] {
  return error.messages.map(({ field, message }) => {
    const place = toForm(String(field), places).replace(/\.$/, '')
    const label = labelAt(plan, place.split('.').filter(Boolean))
    return { label, message: sentence(label, message), field: heldField(plan, place) }
  })
}

/** What is wrong at a place of the form, in one text. */
export function problemAt(problems: FormProblem[], path: string[]) {
  const place = path.join('.')
  const messages = problems.filter(({ field }) => field === place).map(({ message }) => message)
  return messages.length ? messages.join(' ') : undefined
}

/** What is wrong with a field, as a whole sentence. */
export function sentence(label: string, message: string) {
  const text = labelled(label, message)
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

/** `Grants 3: Action` */
function labelAt(plan: FormPlan, [name, index, ...rest]: string[]): string {
  if (name === undefined) return plan.resource.label

  const inline = plan.inlines.find(({ relation }) => relation.name === name)
  if (!inline || index === undefined) {
    const { fields, relations } = plan.resource
    return (fields.get(name) ?? relations.get(name))?.label ?? name
  }
  const here = `${inline.relation.target.label} ${Number(index) + 1}`
  return rest.length && rest[0] !== 'key' ? `${here}: ${labelAt(inline.plan, rest)}` : here
}

/** One of the rows that a relation names stands within the control of the relation. */
function heldField(plan: FormPlan, place: string) {
  const [name] = place.split('.')
  if (plan.names.includes(name)) return name
  return plan.inlines.some(({ relation }) => relation.name === name) ? place : ''
}
