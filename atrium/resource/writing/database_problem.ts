import type { Resource } from '../resource.ts'
import { Problems, isValidationError } from './problems.ts'

const UNIQUE = '23505'
const FOREIGN_KEY = '23503'
const NOT_NULL = '23502'
const CHECK = '23514'
const EXCLUSION = '23P01'

/** Values that a column has no room for. The database does not say which column */
const UNFIT = ['22001', '22003', '22007', '22008', '22P02', '22021', '22P05']

/**
 * What went wrong when a row was saved, as people can be told: with the field, where it is known. What
 * is no fault of theirs stays the error that it was.
 *
 * @param path before the names of the fields, when the row is one of several that are saved together
 */
export function saveProblem(error: any, resource: Resource, path = ''): unknown {
  const problems = new Problems()
  const isOurs = error?.table === undefined || error.table === resource.table

  if (isValidationError(error)) {
    problems.take(error.messages, path)
  } else if (error?.code === UNIQUE && isOurs) {
    reportAll(whatTellsApart(error.detail), 'unique', 'has already been taken')
  } else if (error?.code === FOREIGN_KEY && isOurs) {
    reportAll(named(error.detail), 'exists', 'does not exist')
  } else if (error?.code === NOT_NULL && isOurs) {
    reportAll([fieldOf(error.column)], 'required', "can't be blank")
  } else if (error?.code === CHECK && isOurs) {
    reportAll([fieldOfCheck(error.constraint)], 'check', `breaks the rule "${error.constraint}"`)
  } else if (error?.code === EXCLUSION && isOurs) {
    reportAll(named(error.detail), 'exclusion', 'is in conflict with another one')
  } else if (UNFIT.includes(error?.code)) {
    problems.add(path, 'database', `holds a value that cannot be stored: ${plainMessage(error)}`)
  } else if (typeof error?.field === 'string' && resource.fields.has(error.field)) {
    problems.add(path + error.field, 'model', error.message)
  }
  return problems.all.length ? problems.asError() : error

  function reportAll(names: (string | undefined)[], rule: string, message: string) {
    const known = names.filter((name) => name !== undefined)
    for (const name of known.length ? known : ['']) problems.add(path + name, rule, message)
  }

  /** Which columns stands in the detail, in whatever language: `Key (lower(name))=(a) ...` */
  function named(detail: unknown) {
    const [columns] = String(detail).split(')=(')
    const words = new Set(columns.match(/\w+/g))
    return [...resource.fields.values()]
      .filter(({ column, isSettable }) => isSettable && words.has(column))
      .map(({ name }) => name)
  }

  /** Of a name that is unique within something else it is the name that is taken. */
  function whatTellsApart(detail: unknown) {
    const names = named(detail)
    const own = names.filter((name) => !resource.fields.get(name)!.relation)
    return own.length ? own : names
  }

  function fieldOf(column: unknown) {
    return [...resource.fields.values()].find((field) => field.column === column)?.name
  }

  function fieldOfCheck(constraint: unknown) {
    return [...resource.fields.values()].find(
      ({ column, description }) =>
        constraint === `${resource.table}_${column}_check` ||
        ('name' in description && description.name === constraint && description.kind === 'enum')
    )?.name
  }
}

/** What an error says, without the statement that stands before the words of the database. */
export function plainMessage({ message, severity }: { message: string; severity?: string }) {
  return severity ? message.slice(message.lastIndexOf(' - ') + 1).replace(/^- /, '') : message
}

/** Whether the database refused to delete a row because others need it. */
export function isInUse(error: any) {
  return error?.code === FOREIGN_KEY || error?.code === '23001'
}

/** Whether PostgreSQL ended the transaction in favour of another one: it is tried again as a whole. */
export function isLost(error: any) {
  return error?.code === '40P01' || error?.code === '40001'
}
