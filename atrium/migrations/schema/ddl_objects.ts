import { spoken } from './spelling.ts'
import { quote, quoteText } from './names.ts'
import type { Commented } from '../compare/changes.ts'
import type { EnumType, Routine, Trigger, View } from './types.ts'

export function createTrigger(trigger: Trigger) {
  return trigger.source ?? spoken(trigger.definition)
}

export function dropTrigger({ name, table }: Trigger) {
  return `drop trigger ${quote(name)} on ${quote(table)}`
}

export function createFunction(routine: Routine) {
  return trimmed(routine.source ?? routine.definition)
}

/** Whether it is a type with rules of its own, which is made like a function: before it is used. */
export function isDomain({ source, definition }: Routine) {
  return /^\s*create\s+domain\b/i.test(source ?? definition)
}

/** Its name in the schema is quoted as far as its arguments, which are types. */
export function dropFunction(routine: Routine) {
  const { name } = routine
  if (isDomain(routine)) return `drop domain ${quote(name)}`

  const [, plain, types] = /^(.*?)(\(.*\))$/s.exec(name)!
  return `drop routine ${quote(plain)}${types}`
}

export function createView(view: View) {
  const kind = view.materialized ? 'materialized view' : 'view'
  return view.source
    ? trimmed(view.source)
    : `create ${kind} ${quote(view.name)} as\n${trimmed(view.definition)}`
}

export function dropView({ name, materialized }: View) {
  return `drop ${materialized ? 'materialized view' : 'view'} ${quote(name)}`
}

export function createEnum({ name, values }: EnumType) {
  return `create type ${quote(name)} as enum (${values.map(quoteText).join(', ')})`
}

export function createExtension(name: string) {
  return `create extension if not exists ${quote(name)}`
}

const commented: { [K in Commented['object']]: (on: Extract<Commented, { object: K }>) => string } =
  {
    table: ({ table }) => `table ${quote(table)}`,
    column: ({ table, column }) => `column ${quote(table)}.${quote(column)}`,
    constraint: ({ table, constraint }) => `constraint ${quote(constraint)} on ${quote(table)}`,
    index: ({ index }) => `index ${quote(index)}`,
    type: ({ type }) => `type ${quote(type)}`,
    view: ({ view, materialized }) =>
      `${materialized ? 'materialized view' : 'view'} ${quote(view)}`,
  }

/** `comment on ...`; null takes the comment away. */
export function commentOn(on: Commented, comment: string | null) {
  const object = (commented[on.object] as (on: Commented) => string)(on)
  return `comment on ${object} is ${comment === null ? 'null' : quoteText(comment)}`
}

function trimmed(sql: string) {
  return sql.trim().replace(/;$/, '')
}
