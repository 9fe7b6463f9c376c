import type { Role } from './field_source.ts'
import { nameOf } from '../schema/names.ts'
import type { NamedTable } from './named_tables.ts'
import { call, literal, objectOf } from './literal.ts'
import type { Constraint } from '../schema/types.ts'
import { plainCondition } from './plain_condition.ts'
import type { House } from './house.ts'
import { readConstraint, type ReadConstraint } from './read_constraint.ts'

type Roles = Record<string, Role>

/** What a constraint is said with: the table's parts, and where names of models are wanted */
type Saying = {
  model: NamedTable
  house: House
  constraint: Constraint
  read: ReadConstraint
  roles: Roles
}

/**
 * The constraints of a table that no field says. Those that a field can say are given to its role.
 */
export function constraintSources(model: NamedTable, house: House, roles: Roles) {
  return Object.values(model.table.constraints).flatMap((constraint) => {
    const saying = { model, house, constraint, read: readConstraint(constraint), roles }
    if (sayByField[constraint.kind](saying)) return []

    const left = unsaid(saying)
    if (left)
      house.notes.push(`${model.table.name}.${constraint.name}: ${left} (${constraint.definition})`)
    return left && constraint.kind === 'foreign' ? [] : [sayApart[constraint.kind](saying)]
  })
}

/** Puts a constraint into the options of a field; false where that does not say all of it */
const sayByField: Record<Constraint['kind'], (saying: Saying) => boolean> = {
  primary: ({ model, constraint: { name, columns, comment }, read, roles }) => {
    const inOrder = Object.keys(model.table.columns).filter((column) => columns.includes(column))
    for (const column of columns) if (!roles[column].isId) roles[column].options.primary = 'true'

    return (
      name === nameOf.primary(model.table.name) &&
      inOrder.join() === columns.join() &&
      comment === null &&
      isPlain(read)
    )
  },
  unique: ({ model, constraint: { name, columns, comment }, read, roles }) => {
    const usual = nameOf.unique(model.table.name, columns)
    if (columns.length > 1 || name !== usual || comment !== null || !isPlain(read)) return false
    if (roles[columns[0]].isId) return false

    roles[columns[0]].options.unique = 'true'
    return true
  },
  check: ({ model, constraint: { name, columns, comment }, read, roles }) => {
    const usual = nameOf.check(model.table.name, columns)
    if (columns.length !== 1 || comment !== null || read.left !== '') return false

    const { isEnum, isId, options } = roles[columns[0]]
    if (isEnum && model.table.columns[columns[0]].words?.constraint === name) {
      options.name = name === usual ? undefined : literal(name)
      return true
    }
    if (isEnum || isId || name !== usual) return false

    options.check = literal(plainCondition(read.sql))
    return true
  },
  foreign: ({ model, house, constraint }) =>
    house.fieldKey(model.table, constraint.columns[0])?.constraint === constraint,
  exclude: () => false,
}

/** A constraint of several columns, or with a name or clause of its own */
const sayApart: Record<Constraint['kind'], (saying: Saying) => string> = {
  primary: ({ model, constraint, read }) => {
    const usual = nameOf.primary(model.table.name)
    return call(`constraint.primary<${model.className}>`, [
      properties(model, constraint.columns),
      objectOf({ name: named(constraint, usual), ...timing(constraint, read) }),
    ])
  },
  unique: ({ model, constraint, read }) => {
    const usual = nameOf.unique(model.table.name, constraint.columns)
    return call(`constraint.unique<${model.className}>`, [
      properties(model, constraint.columns),
      objectOf({
        name: named(constraint, usual),
        include: read.include.length > 0 ? properties(model, read.include) : undefined,
        nullsNotDistinct: read.nullsNotDistinct ? 'true' : undefined,
        ...timing(constraint, read),
      }),
    ])
  },
  check: ({ constraint, read }) =>
    call('constraint.check', [
      literal(constraint.name),
      literal(plainCondition(read.sql)),
      objectOf({ comment: commentOf(constraint) }),
    ]),
  exclude: ({ constraint, read }) =>
    call('constraint.exclude', [
      literal(constraint.name),
      literal(read.sql),
      objectOf(timing(constraint, read)),
    ]),
  foreign: ({ model, house, constraint, read }) => {
    const { table, columns, onDelete, onUpdate } = constraint.foreign!
    const target = house.model(table)!
    const usual = nameOf.foreign(model.table.name, constraint.columns)
    return call(`constraint.foreignKey<${model.className}, typeof ${target.className}>`, [
      properties(model, constraint.columns),
      `() => ${target.className}`,
      properties(target, columns),
      objectOf({
        name: named(constraint, usual),
        onDelete: action(onDelete),
        onUpdate: action(onUpdate),
        match: read.matchFull ? `'full'` : undefined,
        ...timing(constraint, read),
      }),
    ])
  },
}

/** What the models have no word for; null when they can say it all */
function unsaid({ house, constraint, read, model }: Saying) {
  if (!constraint.valid) return 'is not valid for older rows; the models cannot say so'
  if (read.left !== '') return `models have no word for "${read.left}"`
  if (constraint.kind === 'primary' && read.include.length > 0)
    return 'models have no word for "include" here'
  if (constraint.kind === 'foreign' && !house.model(constraint.foreign!.table)) {
    return `points to ${constraint.foreign!.table}, for which no model is written; so ${model.className} leaves it out`
  }
  return null
}

/** The options of a field that says a foreign key. */
export function foreignKeyOptions({ table }: NamedTable, constraint: Constraint) {
  const { onDelete, onUpdate } = constraint.foreign!
  return {
    onDelete: action(onDelete),
    onUpdate: action(onUpdate),
    ...timing(constraint, readConstraint(constraint)),
    name: named(constraint, nameOf.foreign(table.name, constraint.columns)),
  }
}

function isPlain({ include, nullsNotDistinct, deferrable, left }: ReadConstraint) {
  return include.length === 0 && !nullsNotDistinct && deferrable === null && left === ''
}

function properties(model: NamedTable, columns: string[]) {
  return literal(columns.map((column) => model.properties[column]))
}

function named({ name }: Constraint, usual: string) {
  return name === usual ? undefined : literal(name)
}

function timing(constraint: Constraint, { deferrable }: ReadConstraint) {
  return {
    deferrable: deferrable === null ? undefined : literal(deferrable),
    comment: commentOf(constraint),
  }
}

function action(done: string) {
  return done === 'no action' ? undefined : literal(done)
}

function commentOf(constraint: Constraint) {
  return constraint.comment === null ? undefined : literal(constraint.comment)
}
