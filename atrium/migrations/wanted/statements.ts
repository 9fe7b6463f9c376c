import { inOrder } from './in_order.ts'
import { calls, mentions } from './mentions.ts'
import type { Commented } from '../compare/changes.ts'
import type { Routine, Schema, Table, View } from '../schema/types.ts'
import {
  addConstraint,
  commentOn,
  createEnum,
  createExtension,
  createFunction,
  createTable,
  createTrigger,
  createView,
  isDomain,
} from '../schema/ddl.ts'

/**
 * The statements that make a schema in one go, in an empty database. Foreign keys come when all tables
 * are there, so they may point in circles.
 */
export function statementsOf({ extensions, enums, functions, views, tables }: Schema): string[] {
  const all = Object.values(tables)
  const making = all.flatMap((table) => createTable(table, { without: isForeign }))
  const { before = [], after = [] } = Object.groupBy(Object.values(functions), (routine) =>
    isDomain(routine) || making.some((sql) => calls(sql, routine.name)) ? 'before' : 'after'
  )

  return [
    /* A function's body may speak of tables that come after it. */
    'set check_function_bodies = off',
    ...extensions.map(createExtension),
    ...Object.values(enums).flatMap((type) => [
      createEnum(type),
      ...comment({ object: 'type', type: type.name }, type),
    ]),
    ...before.map(createFunction),
    ...making,
    ...all.flatMap(foreignKeys),
    ...functionsAndViews(after, Object.values(views)),
    ...all.flatMap(({ triggers }) => Object.values(triggers).map(createTrigger)),
  ]
}

const isForeign = ({ kind }: { kind: string }) => kind === 'foreign'

function foreignKeys({ name: table, constraints }: Table) {
  return Object.values(constraints)
    .filter(isForeign)
    .flatMap((constraint) => [
      addConstraint(table, constraint),
      ...comment({ object: 'constraint', table, constraint: constraint.name }, constraint),
    ])
}

/** A view may call a function, and a function may give rows of a view. */
function functionsAndViews(functions: Routine[], views: View[]) {
  const items = [
    ...functions.map((routine) => ({
      name: routine.name,
      text: headOf(routine.definition),
      statements: [createFunction(routine)],
    })),
    ...views.map((view) => ({
      name: view.name,
      text: view.definition,
      statements: [
        createView(view),
        ...comment({ object: 'view', view: view.name, materialized: view.materialized }, view),
      ],
    })),
  ]
  const needs = (item: { text: string }, { name }: { name: string }) =>
    name.includes('(') ? calls(item.text, name) : mentions(item.text, name)

  return inOrder(items, needs).flatMap(({ statements }) => statements)
}

/** What PostgreSQL reads of a function when it is made: all but a body in quotes. */
function headOf(definition: string) {
  return definition.split(/\bas\s+(?=[$'])/i)[0]
}

function comment(on: Commented, { comment: text }: { comment: string | null }) {
  return text === null ? [] : [commentOn(on, text)]
}
