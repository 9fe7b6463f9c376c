import { E_DEPENDENTS } from '../errors.ts'
import { mentions } from '../plan/mention.ts'
import type { Deciding } from './deciding.ts'
import { unknownViews } from './unknown_views.ts'
import type { Trigger } from '../schema/types.ts'

type Gone = { table: string; column: string; isDropped: boolean }
type Dependent = { what: string; on: string }

/**
 * Nothing is dropped along with something else. Views and triggers that nobody declares and that need
 * what goes, or what gets another type, are for people to look at. So are functions of triggers.
 *
 * @throws E_DEPENDENTS with all of them
 */
export async function refuseDependents(deciding: Deciding) {
  const columns = columnsInQuestion(deciding)
  const found = [
    ...views(columns, deciding),
    ...columns.flatMap((column) => [
      ...triggers(column, deciding),
      ...(column.isDropped ? functions(column, deciding) : []),
    ]),
  ]
  const others = await unknownViews(
    columns.map(({ table, column }) => deciding.names.of(table, column)),
    deciding
  )
  if (found.length + others.length === 0) return

  const known = found.map(({ what, on }) => `${what} (needs ${on})`)
  const unknown = others.map((what) => `the view ${what}, which no migration made,`)
  const list = [...new Set([...known, ...unknown])].join(', ')
  throw new E_DEPENDENTS(
    `These stand in the way: ${list}. Declare them on a model, so that they are changed along, or change or drop them in a migration of their own first. Nothing is dropped along with something else.`
  )
}

function columnsInQuestion(deciding: Deciding): Gone[] {
  const dropped = [
    ...deciding
      .all('dropColumn')
      .map(({ table, column }) => ({ table, column: column.name, isDropped: true })),
    ...deciding
      .all('dropTable')
      .flatMap(({ table }) =>
        Object.keys(table.columns).map((column) => ({ table: table.name, column, isDropped: true }))
      ),
  ]
  const converted = [...deciding.all('changeType'), ...deciding.all('changeGenerated')].map(
    ({ table, to }) => ({ table, column: to.name, isDropped: false })
  )
  return [...dropped, ...converted]
}

function views(columns: Gone[], deciding: Deciding): Dependent[] {
  const { from, to } = deciding.situation
  const needed = columns.map(({ table, column }) => `${table}.${column}`)
  const all = Object.values(from.views)
  const moved = all.filter(
    ({ name, dependsOn }) =>
      name in to.views &&
      (dependsOn.some((one) => needed.includes(one)) ||
        deciding.all('replaceView').some((change) => change.to.name === name))
  )

  return all
    .filter(({ name }) => !(name in to.views))
    .flatMap((view) => {
      const column = view.dependsOn.find((one) => needed.includes(one))
      const other = moved.find(({ name }) =>
        view.dependsOn.some((one) => one.startsWith(`${name}.`))
      )
      const on = column ?? (other && `the view ${other.name}`)
      return on ? [{ what: `the view ${view.name}`, on }] : []
    })
}

function triggers({ table, column }: Gone, deciding: Deciding): Dependent[] {
  return left(table, deciding)
    .filter(({ definition }) => mentions(definition.replace(/ EXECUTE .*$/s, ''), column))
    .map(({ name }) => ({ what: `the trigger ${name} of ${table}`, on: `${table}.${column}` }))
}

/** Triggers of a table that stays, which no model declares. */
function left(table: string, { situation: { from, to } }: Deciding): Trigger[] {
  if (!to.tables[table]) return []

  return Object.values(from.tables[table].triggers).filter(
    ({ name }) => !(name in to.tables[table].triggers)
  )
}

/** Functions that triggers of the table call, and that read the column of the row. */
function functions({ table, column }: Gone, { situation: { from, to } }: Deciding): Dependent[] {
  if (!to.tables[table]) return []

  const called = Object.values(from.tables[table].triggers).map((trigger) => trigger.function)
  return [...new Set(called)].flatMap((name) => {
    const definition = (to.functions[name] ?? from.functions[name])?.definition ?? ''
    const reads = ['new', 'old', 'NEW', 'OLD'].some((row) =>
      mentions(definition, `${row}.${column}`)
    )
    return reads ? [{ what: `the function ${name}`, on: `${table}.${column}` }] : []
  })
}
