import { amountOf } from './amounts.ts'
import { tryOut } from './trials.ts'
import { exampleFor } from './examples.ts'
import { quote } from '../schema/names.ts'
import { fillByWord } from './word_fills.ts'
import { defaultOf } from '../schema/ddl.ts'
import { literalsFor } from './suggestions.ts'
import { refuseNothing } from './empty_fills.ts'
import { isConstant } from '../plan/constant.ts'
import type { Column } from '../schema/types.ts'
import { fillFromPivot } from './relation_fills.ts'
import { refuseOneForAll } from './unique_fills.ts'
import type { ChangeOf } from '../compare/changes.ts'
import type { Deciding, Verdict } from './deciding.ts'

const openTo = (table: string, column: Column, deciding: Deciding) => ({
  what: 'SQL, which may name other columns of the row',
  example: exampleFor(table, column, deciding),
})

/**
 * What older rows hold in a new column. That is asked where the column must not be empty and neither
 * its default nor its kind says it.
 */
export async function decideAddColumn(
  { table, column }: ChangeOf<'addColumn'>,
  deciding: Deciding
): Promise<Verdict> {
  const fill = await fillOf(table, column, deciding)
  if (fill) {
    deciding.olderRows.decided(table, column.name, fill)
    await tryOut(`fill:${table}.${column.name}`, table, column.name, deciding)
  }

  const value = fill ?? defaultOf(column)
  const guards = value ? await refuseOneForAll({ table, column, value }, deciding) : []
  if (fill) guards.push(...(await refuseNothing({ table, column, value: fill }, deciding)))
  return { fill, guards, lossesBack: column.generated ? [] : [lossBack(table, column, value)] }
}

async function fillOf(table: string, column: Column, deciding: Deciding) {
  const copied =
    (await fillFromPivot(table, column.name, deciding)) ??
    (await fillByWord(table, column.name, deciding))
  if (copied) return copied.fill

  const hint = deciding.situation.hints.fills[`${table}.${column.name}`]
  const answer = deciding.answerTo(`fill:${table}.${column.name}`)
  if (answer === undefined && hint) return hint

  const fillsItself =
    column.generated || column.identity || column.serial || defaultOf(column) !== null
  if (answer === undefined && (column.nullable || fillsItself)) return undefined

  const rows = await deciding.count(`select count(*) from ${quote(deciding.names.table(table))}`)
  return deciding.ask({
    id: `fill:${table}.${column.name}`,
    message: `${table}.${column.name} is new and must not be empty. ${amountOf(rows)} of ${table} need a value: which?`,
    choices: literalsFor(table, column, deciding),
    open: openTo(table, column, deciding),
    rows,
  })
}

/** What was put into the column meanwhile. A default in all rows is no loss. */
function lossBack(table: string, { name }: Column, value?: string | null) {
  const column = quote(name)
  const isPlain = value && isConstant(value) && !/current|now|local/i.test(value)
  const isOwn = isPlain
    ? `${column}::text is distinct from (${value})::text`
    : `${column} is not null`
  return {
    what: `${table}.${name}`,
    rows: `select count(*) from ${quote(table)} where ${isOwn}`,
  }
}

/**
 * A column that must not be empty any more: what empty rows get, or that there are none. One that may
 * be empty from now on surprises those who read it.
 */
export async function decideChangeNull(
  change: ChangeOf<'changeNull'>,
  deciding: Deciding
): Promise<Verdict> {
  const { table, to: column } = change
  if (column.nullable) {
    return {
      notes: [
        `${table}.${column.name} may be empty from now on: clients that read it may not expect that.`,
      ],
    }
  }
  if (column.generated) return {}

  const count = countEmpty(table, column.name, deciding)
  const rows = await deciding.count(count)
  const fill = requiredFill(table, column, rows, deciding)
  if (fill === undefined) return {}

  const old = deciding.names.of(table, column.name)
  const message = `${old} is empty, and must not be from now on: fill it, or generate with an answer to fill:${table}.${column.name}`
  if (fill === 'none') return { guards: [{ count, message }] }

  const value = deciding.olderRows.valueOf(table, column.name)
  deciding.olderRows.decided(table, column.name, `coalesce(${value}, ${fill})`)
  const filled = { table, column, value: fill }
  const guards = [
    ...(await refuseOneForAll({ ...filled, isEmpty: true }, deciding)),
    ...(await refuseNothing(filled, deciding)),
  ]
  return { fill, guards }
}

/** Where rows cannot be asked as they will be, what is empty now will be empty then. */
function countEmpty(table: string, column: string, { olderRows, names }: Deciding) {
  const source = olderRows.of(table, [column])
  return source
    ? `select count(*) from ${source} where ${quote(column)} is null`
    : `select count(*) from ${quote(names.table(table))} where ${quote(names.column(table, column))} is null`
}

function requiredFill(table: string, column: Column, rows: number | null, deciding: Deciding) {
  const id = `fill:${table}.${column.name}` as const
  const hint = deciding.situation.hints.fills[`${table}.${column.name}`]
  if (hint && deciding.answerTo(id) === undefined) return hint

  const standard = defaultOf(column)
  const literals = literalsFor(table, column, deciding).filter(({ value }) => value !== standard)
  return deciding.ask(
    {
      id,
      message: `${table}.${column.name} must not be empty any more. ${amountOf(rows)} of ${table} are: what do they get?`,
      choices: [
        ...(standard === null ? [] : [{ value: standard, label: 'Its default' }]),
        { value: 'none', label: 'No row is empty: the migration stops where one is' },
        ...literals,
      ],
      open: openTo(table, column, deciding),
      rows,
    },
    'none'
  )
}
