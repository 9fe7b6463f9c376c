import { wordsOf } from './labels.ts'
import type { Action } from '../action.ts'
import type { Resource } from '../resource.ts'

/**
 * The actions of a resource, each with what it is called, what it asks before it runs, and what the
 * fields of its form are called.
 */
export function deriveActions(resource: Resource): Record<string, Action> {
  const told = Object.entries((resource.options.actions ?? {}) as Record<string, Action>)

  return Object.fromEntries(
    told.map(([name, action]) => [
      name,
      {
        ...action,
        label: resource.word(`actions.${name}`, action.label ?? wordsOf(name)),
        ...(action.confirm && { confirm: resource.word(`confirm.${name}`, action.confirm) }),
        ...(action.form && { form: formOf(resource, name, action.form) }),
      },
    ])
  )
}

type Form = NonNullable<Action['form']>

function formOf(resource: Resource, action: string, form: Form): Form {
  const fields = Object.entries(form).map(([name, field]) => {
    const key = `inputs.${action}.${name}`
    const label = resource.word(key, field.label ?? wordsOf(name))
    return [
      name,
      { ...field, label, ...(field.help && { help: resource.word(`${key}_help`, field.help) }) },
    ]
  })
  return Object.fromEntries(fields)
}
