import { inOrder } from './in_order.ts'
import type { Schema } from '../schema/types.ts'
import {
  addConstraint,
  commentOn,
  createEnum,
  createExtension,
  createFunction,
  createTable,
  createTrigger,
  createView,
} from '../schema/ddl.ts'

/**
 * The statements that make a schema in one go, in an empty database. Foreign keys come when all tables
 * are there, so they may point in circles.
 */
export function statementsOf({ extensions, enums, functions, views, tables }: Schema): string[] {
  const all = Object.values(tables)
  const making = all.map((table) => createTable(table, { without: isForeign }))
  const routines = Object.groupBy(Object.values(functions), ({ name }) =>
    isCalledIn(making.flat(), name) ? 'before' : 'after'
  )

  return [
    /* A function's body may speak of tables that come after it. */
    'set check_function_bodies = off',
    ...extensions.map(createExtension),
    ...Object.values(enums).map(createEnum),
    ...Object.values(enums).flatMap(({ name, comment }) =>
      comment === null ? [] : [commentOn({ object: 'type', type: name }, comment)]
    ),
    ...(routines.before ?? []).map(createFunction),
    ...making.flat(),
    ...all.flatMap(({ name, constraints }) =>
      Object.values(constraints)
        .filter(isForeign)
        .flatMap((constraint) => [
          addConstraint(name, constraint),
          ...(constraint.comment === null
            ? []
            : [
                commentOn(
                  { object: 'constraint', table: name, constraint: constraint.name },
                  constraint.comment
                ),
              ]),
        ])
    ),
    ...inOrder(Object.values(views), (view, other) => mentions(view.definition, other.name)).map(
      createView
    ),
    ...Object.values(views).flatMap(({ name, materialized, comment }) =>
      comment === null ? [] : [commentOn({ object: 'view', view: name, materialized }, comment)]
    ),
    ...(routines.after ?? []).map(createFunction),
    ...all.flatMap(({ triggers }) => Object.values(triggers).map(createTrigger)),
  ]
}

const isForeign = ({ kind }: { kind: string }) => kind === 'foreign'

/** Does a table need the function, for a default or a check say? */
function isCalledIn(statements: string[], routine: string) {
  const name = routine.replace(/\(.*$/s, '')
  return statements.some((sql) => sql.includes(`${name}(`))
}

function mentions(sql: string, name: string) {
  return sql.includes(name)
}
